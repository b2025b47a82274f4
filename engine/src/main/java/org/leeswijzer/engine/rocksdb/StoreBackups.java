package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.backup.BackupFolder;
import org.leeswijzer.engine.backup.Folders;
import org.leeswijzer.engine.backup.Manifest;
import org.leeswijzer.engine.backup.Restored;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/**
 * Backups of a store that is open, and whether it came out of one itself. Safe for use by many threads; one backup is made at
 * a time.
 */
public final class StoreBackups {
    /*
     * The database makes a view of itself at one moment, out of links to files that it never changes. All that takes long is
     * done on the view: every block is read and held against its checksum, what it holds is hashed, and the files are copied,
     * so that a backup shares nothing with the store. Meanwhile loans are stored as ever.
     */
    private final Database database;

    StoreBackups(Database database) {
        this.database = database;
    }

    /**
     * Makes a backup of the store as it is now, without the libraries' secrets.
     *
     * @param folder made for it
     * @param now when it is made
     * @throws StoreException if the folder is there already or cannot be written, or if the store is damaged
     */
    public synchronized Manifest write(Path folder, Instant now, Progress progress) {
        StoreFolders folders = StoreFolders.of(database.path());
        Instant made = now.truncatedTo(ChronoUnit.MILLIS);
        clear(folders);
        try {
            database.checkpoint(folders.checkpoint());
            return copy(folders.checkpoint(), folder, made, progress);
        } finally {
            clear(folders);
        }
    }

    private static Manifest copy(Path view, Path folder, Instant made, Progress progress) {
        DiskSpace.require("the backup", DiskSpace.of(view), parent(folder));
        Fingerprint fingerprint = check(view, progress);
        return new BackupFolder(folder)
                .write(view, made, Meta.SCHEMA_VERSION, fingerprint, progress);
    }

    /* The folder itself, and perhaps others above it, are still to be made. */
    private static Path parent(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent(), "every disk has a root");
        }
        return there;
    }

    /** Holds every block of a store that nobody writes against its checksum, and tells what it holds. */
    static Fingerprint check(Path store, Progress progress) {
        progress.at("checking", 0, 0);
        Fingerprint fingerprint;
        try (Database view = Database.open(store, true)) {
            view.verify();
            fingerprint =
                    Fingerprints.of(view, Math.toIntExact(Meta.number(view, Meta.SERVING, 0)));
        }
        Tellings.delete(store);
        return fingerprint;
    }

    private static void clear(StoreFolders folders) {
        try {
            Folders.delete(folders.checkpoint());
        } catch (IOException e) {
            throw new StoreException(
                    "what a backup left behind cannot be removed", folders.checkpoint(), e);
        }
    }

    /** Removes what a backup that was cut off left in the store's folder. */
    void recover() {
        clear(StoreFolders.of(database.path()));
    }

    /** Whether the store came out of a backup, and erasures since are still to be read. */
    public Optional<Restored> restored() {
        byte @Nullable [] value = database.get(Table.META, Meta.key(Meta.RESTORED));
        return Optional.ofNullable(value).map(RestoredLayout::restored);
    }

    /** Notes that the event log no longer has all that came since the backup; nothing happens if there was none. */
    public synchronized void lostRecords() {
        restored()
                .ifPresent(
                        restored -> {
                            Restored incomplete = new Restored(restored.made(), true);
                            database.put(
                                    Table.META,
                                    Meta.key(Meta.RESTORED),
                                    RestoredLayout.value(incomplete));
                        });
    }

    /**
     * Notes that all that came since the backup is read, erasures too.
     *
     * @throws IllegalStateException if records were lost, so that this cannot be known
     */
    public synchronized void caughtUp() {
        if (restored().filter(Restored::hasGaps).isPresent()) {
            throw new IllegalStateException("records since the backup are lost");
        }
        database.delete(Table.META, Meta.key(Meta.RESTORED));
    }
}
