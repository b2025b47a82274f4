package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table as they will be: put in order and written to a file whenever there are many. For one thread. */
final class RekeyedRows implements AutoCloseable {
    /** A row takes about so much beside its bytes. */
    private static final int OVERHEAD = 80;

    private final Table table;
    private final RekeyFolder folder;
    private final long mostBytes;
    private final List<Row> rows = new ArrayList<>();
    private long bytes;

    private static final class Row {
        final byte[] key;

        /** Null of a row that is to go. */
        final byte @Nullable [] value;

        Row(byte[] key, byte @Nullable [] value) {
            this.key = key;
            this.value = value;
        }
    }

    /** @param mostBytes about so much is kept in memory */
    RekeyedRows(Table table, RekeyFolder folder, long mostBytes) {
        this.table = table;
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** A row has another key; returns true, as whoever walks over the table likes to hear. */
    boolean move(byte[] from, byte[] to, byte[] value) {
        add(new Row(from, null));
        return put(to, value);
    }

    /** A row has another value; returns true as well. */
    boolean put(byte[] key, byte[] value) {
        add(new Row(key, value));
        if (bytes >= mostBytes) {
            write();
        }
        return true;
    }

    private void add(Row row) {
        rows.add(row);
        bytes += OVERHEAD + row.key.length + (row.value == null ? 0 : row.value.length);
    }

    private void write() {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort((a, b) -> Arrays.compareUnsigned(a.key, b.key));
        folder.write(table, file -> rows.forEach(row -> write(row, file)));
        rows.clear();
        bytes = 0;
    }

    private static void write(Row row, SortedFile file) {
        if (row.value == null) {
            file.delete(row.key);
        } else {
            file.put(row.key, row.value);
        }
    }

    /** Writes the rest. */
    @Override
    public void close() {
        write();
    }
}
