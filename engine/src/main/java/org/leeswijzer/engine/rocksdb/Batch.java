package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatchWithIndex;

/** Changes that are to be written together, and the database as it will be with them. Not safe for many threads. */
final class Batch implements Reader, AutoCloseable {
    private final Database database;
    private final RocksDB rocks;
    private final ReadOptions read;

    /** Overwriting: of two changes of one key the later one is kept. */
    private final WriteBatchWithIndex changes = new WriteBatchWithIndex(true);

    Batch(Database database, RocksDB rocks, ReadOptions read) {
        this.database = database;
        this.rocks = rocks;
        this.read = read;
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        return database.whileOpen(
                () -> changes.getFromBatchAndDB(rocks, database.handle(table), read, key));
    }

    @Override
    public void scan(Table table, byte[] prefix, Visitor visitor) {
        database.whileOpen(
                () -> {
                    // Closing the merged iterator closes the one below it.
                    RocksIterator below = rocks.newIterator(database.handle(table), read);
                    try (RocksIterator merged =
                            changes.newIteratorWithBase(database.handle(table), below)) {
                        Database.walk(merged, prefix, prefix, visitor);
                    }
                    return true;
                });
    }

    void put(Table table, byte[] key, byte[] value) {
        database.whileOpen(
                () -> {
                    changes.put(database.handle(table), key, value);
                    return true;
                });
    }

    void delete(Table table, byte[] key) {
        database.whileOpen(
                () -> {
                    changes.delete(database.handle(table), key);
                    return true;
                });
    }

    WriteBatchWithIndex changes() {
        return changes;
    }

    @Override
    public void close() {
        changes.close();
    }
}
