package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.backup.BackupFolder;
import org.leeswijzer.engine.backup.Folders;
import org.leeswijzer.engine.backup.Manifest;
import org.leeswijzer.engine.backup.Restored;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/**
 * Puts a backup in the place of a store that nobody serves. The store that is there stays as it is until a whole copy of the
 * backup stands beside it, held against every checksum and against the fingerprint that the backup was made with.
 */
public final class StoreRestore {
    private final StoreFolders folders;
    private final BackupFolder backup;

    /**
     * @param backup its folder
     * @param store whose place it takes
     */
    public StoreRestore(Path backup, Path store) {
        this.backup = new BackupFolder(backup);
        folders = StoreFolders.of(store);
    }

    /**
     * Restores.
     *
     * @param serveAtOnce whether what is restored may be served before erasures since the backup are read
     * @throws StoreException if the backup is damaged or incomplete, by the file's name; if the store is being served, or there
     *     is no room; what was there is there still
     */
    public Manifest run(boolean serveAtOnce, Progress progress) {
        Manifest manifest = backup.manifest();
        if (manifest.schema() > Meta.SCHEMA_VERSION) {
            throw new StoreException(
                    "the backup has schema %d, made by a newer Leeswijzer; this one reads up to %d: run the newer one"
                            .formatted(manifest.schema(), Meta.SCHEMA_VERSION),
                    backup.path());
        }
        try {
            if (!Files.exists(folders.store())) {
                prepare(manifest, serveAtOnce, progress);
                move(folders.restoring(), folders.store());
            } else {
                replace(manifest, serveAtOnce, progress);
            }
            Folders.delete(folders.replaced());
            return manifest;
        } catch (IOException e) {
            throw new StoreException(
                    "the store cannot be put in its place: see whether its folder can be moved, which the root of a disk cannot",
                    folders.store(),
                    e);
        }
    }

    private void replace(Manifest manifest, boolean serveAtOnce, Progress progress)
            throws IOException {
        WriterLock lock = WriterLock.take(folders.store());
        try {
            prepare(manifest, serveAtOnce, progress);
            Folders.delete(folders.replaced());
            move(folders.store(), folders.replaced());
            move(folders.restoring(), folders.store());
        } finally {
            lock.close();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void prepare(Manifest manifest, boolean serveAtOnce, Progress progress)
            throws IOException {
        Path made = folders.restoring();
        Folders.delete(made);
        Files.createDirectories(made);
        try {
            DiskSpace.require("the restored store", DiskSpace.of(backup.path()), made);
            backup.copyTo(made, manifest, progress);
            Fingerprint fingerprint = StoreBackups.check(made, progress);
            if (!fingerprint.equals(manifest.fingerprint())) {
                throw new StoreException(
                        "the backup does not hold what it says: restore another", backup.path());
            }
            if (!serveAtOnce) {
                note(made, new Restored(manifest.made(), false));
            }
        } catch (StoreException e) {
            Folders.delete(made);
            throw e;
        }
    }

    private static void note(Path store, Restored restored) {
        try (Database database = Database.open(store, false)) {
            database.put(Table.META, Meta.key(Meta.RESTORED), RestoredLayout.value(restored));
        }
    }
}
