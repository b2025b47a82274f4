package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;

/**
 * Where the files of a first load wait for the database to take them in: all or none. The folder is inside the store's.
 *
 * <p>While it is being taken in the store says so, with the counters as they will be:
 *
 * <pre>
 *  0       8        16        24
 *  +-------+--------+---------+
 *  | loans | parked | patrons |
 *  +-------+--------+---------+
 * </pre>
 */
final class LoadFolder {
    /*
     * The database takes in one file at a time. So first all files are made, then a note is written, then each is moved into
     * its table, then the note is replaced by the counters. Who finds the note on opening goes on there: taking a file in
     * twice is taking it in once, and one that is gone was taken in. Without a note the files are of a load that was cut off
     * before, and go.
     */
    private static final String NAME = "load";

    private final Database database;
    private final FileFolder folder;

    LoadFolder(Database database) {
        this.database = database;
        folder = new FileFolder(database, NAME);
    }

    /**
     * Ends a load that was cut off.
     *
     * @throws StoreException if there is one and the store is only read
     */
    static void recover(Database database, boolean readOnly) {
        LoadFolder folder = new LoadFolder(database);
        byte @Nullable [] note = database.get(Table.META, Meta.key(Meta.LOAD));
        if (note != null && readOnly) {
            throw new StoreException(
                    "loans are being loaded, or were when the process ended: wait, or let it serve or import again, which ends it",
                    database.path());
        }
        if (note != null) {
            folder.takeIn(note);
        } else if (!readOnly) {
            folder.clear();
        }
    }

    /** Makes the folder, empty. */
    void begin() {
        folder.begin();
    }

    /** Makes the file of a table. */
    void write(Table table, Consumer<SortedFile> content) {
        database.sortedFile(file(table), content);
    }

    /** Moves all files into their tables, and sets the counters. */
    void takeIn(long loans, long parked, long patrons) {
        takeIn(note(loans, parked, patrons));
    }

    /** Notes that all files are there: from now on they are taken in whatever happens. */
    byte[] note(long loans, long parked, long patrons) {
        byte[] note = Bytes.of(24).i64(loans).i64(parked).i64(patrons).done();
        database.put(Table.META, Meta.key(Meta.LOAD), note);
        return note;
    }

    private void takeIn(byte[] note) {
        for (Table table : Table.values()) {
            if (Files.exists(file(table))) {
                database.takeIn(table, file(table));
            }
        }
        ByteBuffer counters = ByteBuffer.wrap(note);
        try (Batch batch = database.batch()) {
            for (String name : List.of(Meta.LOANS, Meta.PARKED, Meta.PATRONS)) {
                batch.put(Table.META, Meta.key(name), Meta.value(counters.getLong()));
            }
            batch.delete(Table.META, Meta.key(Meta.LOAD));
            database.write(batch);
        }
        clear();
    }

    Path file(Table table) {
        return folder.file(table.name().toLowerCase(Locale.ROOT) + ".sst");
    }

    /** Removes the folder and what is in it. */
    void clear() {
        folder.clear();
    }
}
