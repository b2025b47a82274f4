package org.leeswijzer.engine.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/**
 * The folder of one backup: the files of a store, and {@code SHA256SUMS} about them.
 *
 * @param path of the folder
 */
public record BackupFolder(Path path) {
    /** The file that holds the {@link Manifest}. */
    public static final String MANIFEST = "SHA256SUMS";

    private static final String PUT_AWAY =
            "give a folder that is not there yet; one backup is one folder";

    /**
     * Writes a backup: copies all of a folder, and names it when all is there.
     *
     * @param from a folder of files alone, which nobody changes
     * @throws StoreException if the folder is there already, or cannot be written; nothing of it is there then
     */
    public Manifest write(
            Path from, Instant made, long schema, Fingerprint fingerprint, Progress progress) {
        if (Files.exists(path)) {
            throw new StoreException("the backup is there already: " + PUT_AWAY, path);
        }
        Path part = path.toAbsolutePath().resolveSibling(path.getFileName() + ".part");
        try {
            Folders.delete(part);
            Files.createDirectories(part);
            SortedMap<String, String> files = copyAll(from, part, progress);
            Manifest manifest = new Manifest(made, schema, fingerprint, files);
            Files.write(part.resolve(MANIFEST), manifest.lines(), StandardCharsets.UTF_8);
            HashedCopy.forceFolder(part);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            Folders.deleteQuietly(part);
            throw new StoreException(
                    "the backup cannot be written: see whether the disk is full and the folder can be written",
                    path,
                    e);
        }
    }

    private static SortedMap<String, String> copyAll(Path from, Path to, Progress progress)
            throws IOException {
        HashedCopy copy = new HashedCopy();
        SortedMap<String, String> hashes = new TreeMap<>();
        List<Path> files = Folders.files(from);
        for (Path file : files) {
            String name = file.getFileName().toString();
            hashes.put(name, copy.copy(file, to.resolve(name)));
            progress.at("copying", hashes.size(), files.size());
        }
        return hashes;
    }

    /**
     * What the backup says of itself.
     *
     * @throws StoreException if there is none, or it cannot be read
     */
    public Manifest manifest() {
        Path file = path.resolve(MANIFEST);
        if (!Files.exists(file)) {
            throw new StoreException(
                    "there is no whole backup here, since %s is missing: give the folder of another"
                            .formatted(MANIFEST),
                    path);
        }
        try {
            return Manifest.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(MANIFEST, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Copies all files to a folder, each held against its checksum.
     *
     * @throws StoreException if one is missing, damaged or one too many, by its name; or if the disk is full
     */
    public void copyTo(Path to, Manifest manifest, Progress progress) {
        checkNames(manifest);
        HashedCopy copy = new HashedCopy();
        int done = 0;
        for (var file : manifest.files().entrySet()) {
            String name = file.getKey();
            try {
                if (!copy.copy(path.resolve(name), to.resolve(name)).equals(file.getValue())) {
                    throw damaged(name, "its checksum is another");
                }
            } catch (IOException e) {
                throw new StoreException("file %s cannot be copied".formatted(name), path, e);
            }
            progress.at("copying", ++done, manifest.files().size());
        }
        force(to);
    }

    private static void force(Path folder) {
        try {
            HashedCopy.forceFolder(folder);
        } catch (IOException e) {
            throw new StoreException("the disk does not keep the folder", folder, e);
        }
    }

    private void checkNames(Manifest manifest) {
        for (String name : manifest.files().keySet()) {
            if (!Files.isRegularFile(path.resolve(name))) {
                throw damaged(name, "it is missing");
            }
        }
        try (Stream<Path> there = Files.list(path)) {
            there.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(MANIFEST) && !manifest.files().containsKey(name))
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw damaged(name, "it is no part of the backup");
                            });
        } catch (IOException e) {
            throw new StoreException("the backup cannot be read", path, e);
        }
    }

    private StoreException damaged(String file, String how) {
        return new StoreException(
                "the backup is damaged or incomplete: file %s, %s. Restore another backup, or fetch this one anew from where it was copied to"
                        .formatted(file, how),
                path);
    }
}
