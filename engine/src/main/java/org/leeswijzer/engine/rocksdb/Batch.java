package org.leeswijzer.engine.rocksdb;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Changes that are to be written together, and the database as it will be with them. Not safe for many threads.
 *
 * <p>Of two changes of one key the later one is kept, and the database is given them in order of bytes: a loan changes keys
 * all over the store, and thousands of them are taken faster in the order in which it keeps them.
 */
final class Batch implements Reader, AutoCloseable {
    /** Stands for the value of a key that is deleted. */
    private static final byte[] DELETED = {};

    private final Database database;
    private final int expected;
    private final Map<Table, TableChanges> changes = new EnumMap<>(Table.class);

    /** @param expected about so many keys of a table are changed */
    Batch(Database database, int expected) {
        this.database = database;
        this.expected = expected;
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        byte @Nullable [] changed = of(table).get(key);
        if (changed == null) {
            return database.get(table, key);
        }
        return changed == DELETED ? null : changed;
    }

    @Override
    public void scan(Table table, byte[] prefix, Visitor visitor) {
        Merge merge = new Merge(of(table).startingWith(prefix), visitor);
        database.scan(table, prefix, merge);
        merge.end();
    }

    /** Shows what is in the database, and in its place and between what is changed. */
    private static final class Merge implements Visitor {
        private final NavigableMap<byte[], byte[]> changed;
        private final Visitor visitor;
        private boolean goesOn = true;

        Merge(NavigableMap<byte[], byte[]> changed, Visitor visitor) {
            this.changed = changed;
            this.visitor = visitor;
        }

        @Override
        public boolean visit(byte[] key, byte[] value) {
            show(changed.headMap(key, false));
            byte @Nullable [] change = goesOn ? changed.remove(key) : null;
            if (goesOn && change != DELETED) {
                goesOn = visitor.visit(key, change == null ? value : change);
            }
            return goesOn;
        }

        void end() {
            show(changed);
        }

        private void show(NavigableMap<byte[], byte[]> some) {
            Iterator<Map.Entry<byte[], byte[]>> each = some.entrySet().iterator();
            while (goesOn && each.hasNext()) {
                Map.Entry<byte[], byte[]> change = each.next();
                byte[] key = change.getKey();
                byte[] value = change.getValue();
                each.remove();
                goesOn = value == DELETED || visitor.visit(key, value);
            }
        }
    }

    void put(Table table, byte[] key, byte[] value) {
        of(table).put(key, value);
    }

    void delete(Table table, byte[] key) {
        of(table).put(key, DELETED);
    }

    private TableChanges of(Table table) {
        return changes.computeIfAbsent(table, t -> new TableChanges(expected));
    }

    /** All changes as the database takes them; to be closed by whoever asked. */
    WriteBatch changes() throws RocksDBException {
        // Side by side: that takes as long as anything else that is done with a loan, and another
        // processor may be idle.
        changes.values().parallelStream().forEach(TableChanges::order);
        WriteBatch all = new WriteBatch();
        try {
            for (Map.Entry<Table, TableChanges> table : changes.entrySet()) {
                ColumnFamilyHandle handle = database.handle(table.getKey());
                for (TableChanges.Change change : table.getValue().inOrder()) {
                    if (change.value == DELETED) {
                        all.delete(handle, change.key);
                    } else {
                        all.put(handle, change.key, change.value);
                    }
                }
            }
            return all;
        } catch (RocksDBException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    @Override
    public void close() {
        changes.clear();
    }
}
