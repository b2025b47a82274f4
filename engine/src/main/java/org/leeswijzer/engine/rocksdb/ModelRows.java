package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** The stored rows of every version. What fits together, and who may be told, is up to the caller. */
final class ModelRows {
    private final Database database;

    ModelRows(Database database) {
        this.database = database;
    }

    /** The row of a title in the version; empty if there is none. */
    Row row(int version, Scope scope, int title) {
        byte @Nullable [] value = database.get(Table.NEIGHBOURS, key(version, scope, title));
        return value == null ? Row.EMPTY : NeighbourLayout.row(value);
    }

    /** Stores a row; an empty one is not stored. */
    void put(int version, Scope scope, int title, Row row) {
        if (!row.isEmpty()) {
            database.put(Table.NEIGHBOURS, key(version, scope, title), NeighbourLayout.value(row));
        }
    }

    void delete(int version, Scope scope, int title) {
        database.delete(Table.NEIGHBOURS, key(version, scope, title));
    }

    /** About how many bytes on disk the rows of the version take. */
    long bytes(int version) {
        return database.bytes(
                Table.NEIGHBOURS,
                NeighbourLayout.prefix(version),
                NeighbourLayout.prefix(version + 1));
    }

    /** @throws org.leeswijzer.engine.loan.StoreException if there is no room for a version as large as this one */
    void requireRoom(int version) {
        // Files are written and then merged into larger ones, and go only after that.
        DiskSpace.require("a retrain", 2 * bytes(version), database.path());
    }

    /** Deletes all rows of the version. */
    void delete(int version) {
        delete(version, version + 1);
    }

    /** Deletes all rows of the versions from the one to before the other. */
    void delete(int from, int to) {
        if (from < to) {
            database.deleteRange(
                    Table.NEIGHBOURS, NeighbourLayout.prefix(from), NeighbourLayout.prefix(to));
        }
    }

    /** Deletes all rows but those of the given versions, whose numbers rise. */
    void deleteAllBut(int[] versions) {
        int from = 0;
        for (int version : versions) {
            delete(from, version);
            from = version + 1;
        }
        delete(from, Integer.MAX_VALUE);
    }

    /** Shows every row of the version, by scope and title, as they stand when this is called. */
    void forEach(int version, RowVisitor visitor) {
        forEach(NeighbourLayout.prefix(version), visitor);
    }

    /** Shows every row of the version in this scope, by title, as they stand when this is called. */
    void forEach(int version, Scope scope, RowVisitor visitor) {
        forEach(NeighbourLayout.prefix(version, scope.number()), visitor);
    }

    private void forEach(byte[] prefix, RowVisitor visitor) {
        database.scan(
                Table.NEIGHBOURS,
                prefix,
                (key, value) ->
                        visitor.row(
                                new Scope(NeighbourLayout.scope(key)),
                                NeighbourLayout.title(key),
                                NeighbourLayout.row(value)));
    }

    private static byte[] key(int version, Scope scope, int title) {
        return NeighbourLayout.key(version, scope.number(), title);
    }
}
