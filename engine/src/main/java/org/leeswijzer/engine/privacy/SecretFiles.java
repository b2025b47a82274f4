package org.leeswijzer.engine.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.engine.loan.Library;

/**
 * The files of libraries' secrets, each readable by its owner alone: {@code CODE.secret}, and one more for each time that it was
 * rotated, {@code CODE.1.secret}, {@code CODE.2.secret} and so on. A library's code has no dot. Safe for use by many threads.
 */
final class SecretFiles {
    private static final int BYTES = 32;

    private static final Pattern LATER = Pattern.compile("[^.]+\\.([1-9][0-9]{0,4})\\.secret");

    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The file of the secret that came with that rotation; of rotation 0 the first. */
    Path file(Library library, int rotation) {
        return folder.resolve(name(library, rotation));
    }

    static String name(Library library, int rotation) {
        return library.code() + (rotation == 0 ? "" : "." + rotation) + ".secret";
    }

    /** How often the library's secret was rotated; 0 if it has none. */
    int rotation(Library library) {
        if (!Files.exists(folder)) {
            return 0;
        }
        int last = 0;
        try (DirectoryStream<Path> later =
                Files.newDirectoryStream(folder, library.code() + ".*.secret")) {
            for (Path file : later) {
                Matcher name = LATER.matcher(file.getFileName().toString());
                if (name.matches()) {
                    last = Math.max(last, Integer.parseInt(name.group(1)));
                }
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "secrets %s cannot be listed, see who may read the folder".formatted(folder),
                    e);
        }
    }

    /**
     * The secret that came with that rotation.
     *
     * @throws IllegalStateException if it is not there, or was cut off
     */
    byte[] read(Library library, int rotation) {
        return read(file(library, rotation));
    }

    /** The secret in a file of that name, which is made of a fresh one unless it is there. */
    byte[] readOrMake(String name, byte[] fresh) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            makeUnlessThere(file, fresh);
        }
        return read(file);
    }

    private static byte[] read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "secret %s is missing: copy it from the machine where the secret was rotated, or restore it from where it is kept"
                            .formatted(file));
        }
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < BYTES) {
                throw new IllegalStateException(
                        "secret %s has %d bytes: give at least %d, or restore it from where it is kept"
                                .formatted(file, secret.length, BYTES));
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("secret %s cannot be read".formatted(file), e);
        }
    }

    /** Makes the file, unless it is there: the secret in it stands then. */
    void make(Library library, int rotation, byte[] secret) {
        makeUnlessThere(file(library, rotation), secret);
    }

    private void makeUnlessThere(Path file, byte[] secret) {
        try {
            make(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("secret %s cannot be made".formatted(file), e);
        }
    }

    /* Written aside and linked into place, so that a crash leaves no half secret and two processes agree on one. */
    private void make(Path file, byte[] secret) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "new-", ".secret", ownerOnly);
        Files.write(aside, secret);
        force(aside);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its secret stands.
        } catch (UnsupportedOperationException e) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(aside);
        force(folder);
    }

    /* What is stored under a secret must not outlive it, whatever happens to the machine. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
