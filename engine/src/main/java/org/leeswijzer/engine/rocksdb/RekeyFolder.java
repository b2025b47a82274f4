package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;

/**
 * Where the files that give a library's rows other keys wait for the database to take them in: all or none. The folder is inside
 * the store's.
 *
 * <p>While they are being taken in the store says so:
 *
 * <pre>
 *  0         2          6
 *  +---------+----------+
 *  | library | rotation |
 *  +---------+----------+
 * </pre>
 */
final class RekeyFolder {
    /*
     * As with a first load, all files are made, a note is written, each file is moved into its table, and the note is replaced by
     * the rotation that the keys are under then. Each file holds new rows and the removal of old ones; no new key is an old one,
     * so files may be taken in in any order, and one twice. Without a note the files are of a change that never began, and go.
     *
     * What was removed stays in the tables' files until they are next written, and whoever has the old secret could test numbers
     * against it there: so those are written anew before the note goes.
     */
    private static final String NAME = "rekey";

    private final Database database;
    private final FileFolder folder;
    private int files;

    RekeyFolder(Database database) {
        this.database = database;
        folder = new FileFolder(database, NAME);
    }

    /**
     * Ends a change that was cut off.
     *
     * @throws StoreException if there is one and the store is only read
     */
    static void recover(Database database, boolean readOnly) {
        RekeyFolder folder = new RekeyFolder(database);
        byte @Nullable [] note = database.get(Table.META, Meta.key(Meta.REKEY));
        if (note != null && readOnly) {
            throw new StoreException(
                    "a library's secret is being rotated, or was when the process ended: wait, or let it serve, which ends it",
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

    /** Makes one more file of a table. */
    void write(Table table, Consumer<SortedFile> content) {
        database.sortedFile(folder.file(start(table) + "%06d.sst".formatted(++files)), content);
    }

    /** Moves all files into their tables. */
    void takeIn(int library, int rotation) {
        takeIn(note(library, rotation));
    }

    /** Notes that all files are there: from now on they are taken in whatever happens. */
    byte[] note(int library, int rotation) {
        byte[] note = Bytes.of(6).u16(library).i32(rotation).done();
        database.put(Table.META, Meta.key(Meta.REKEY), note);
        return note;
    }

    private void takeIn(byte[] note) {
        for (Table table : Table.values()) {
            files(table).forEach(file -> database.takeIn(table, file));
        }
        database.purge(Rekeying.TABLES);
        ByteBuffer said = ByteBuffer.wrap(note);
        try (Batch batch = database.batch()) {
            byte[] key = Meta.rotationKey(Bytes.u16(said));
            batch.put(Table.META, key, Meta.value(said.getInt()));
            batch.delete(Table.META, Meta.key(Meta.REKEY));
            database.write(batch);
        }
        clear();
    }

    /** The files that wait for the table. */
    List<Path> files(Table table) {
        return folder.files(start(table));
    }

    private static String start(Table table) {
        return table.name().toLowerCase(Locale.ROOT) + "-";
    }

    /** Removes the folder and what is in it. */
    void clear() {
        folder.clear();
    }
}
