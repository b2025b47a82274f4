package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** All keys and values of a store, table by table in order of their keys, packed in memory. */
@NullMarked
final class StoredRows {
    private final List<Rows> tables = new ArrayList<>();

    private StoredRows() {}

    /** Reads a store that no other process writes. */
    static StoredRows of(Path store) {
        StoredRows all = new StoredRows();
        try (Database database = Database.open(store, true)) {
            for (Table table : Table.values()) {
                Rows rows = new Rows();
                database.scan(
                        table,
                        Bytes.EMPTY,
                        (key, value) -> {
                            rows.add(key, value);
                            return true;
                        });
                all.tables.add(rows);
            }
        }
        return all;
    }

    /** As they stand in {@link Table}. */
    List<Rows> tables() {
        return tables;
    }

    /** How many rows there are. */
    long size() {
        return tables.stream().mapToLong(Rows::size).sum();
    }

    /** How many bytes their keys and values have. */
    long bytes() {
        return tables.stream().mapToLong(rows -> rows.end).sum();
    }

    /** Those of one table. */
    static final class Rows {
        private byte[] bytes = new byte[1 << 16];
        private int end;

        /** Where each key ends, then its value. */
        private final IntArrayList ends = new IntArrayList();

        private void add(byte[] key, byte[] value) {
            add(key);
            add(value);
        }

        private void add(byte[] part) {
            int after = Math.addExact(end, part.length);
            if (after > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(after, Math.addExact(end, end / 2)));
            }
            System.arraycopy(part, 0, bytes, end, part.length);
            end = after;
            ends.add(end);
        }

        int size() {
            return ends.size() / 2;
        }

        byte[] key(int row) {
            return part(2 * row);
        }

        byte[] value(int row) {
            return part(2 * row + 1);
        }

        private byte[] part(int part) {
            return Arrays.copyOfRange(
                    bytes, part == 0 ? 0 : ends.getInt(part - 1), ends.getInt(part));
        }
    }
}
