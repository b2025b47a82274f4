package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.similarity.History;

/**
 * What counts of a patron, in the order of {@link History}; with the pseudonym, so that it goes when the last loan goes.
 *
 * <pre>
 *  0         2        6
 *  +---------+--------+      +-----------------+-------+-----+-------+-----+-- - -
 *  | library | patron |  ->  | patron key   16 | title | day | title | day |
 *  +---------+--------+      +-----------------+-------+-----+-------+-----+-- - -
 * </pre>
 */
final class HistoryLayout {
    private static final int HEAD = 16;
    private static final int ENTRY = 8;

    private HistoryLayout() {}

    static byte[] key(int library, int patron) {
        return Bytes.of(6).u16(library).i32(patron).done();
    }

    static int library(byte[] key) {
        return Bytes.u16(ByteBuffer.wrap(key));
    }

    static int patron(byte[] key) {
        return ByteBuffer.wrap(key).getInt(2);
    }

    /** All patrons of the library. */
    static byte[] prefix(int library) {
        return Bytes.of(2).u16(library).done();
    }

    static byte[] value(PatronKey patron, History history) {
        Bytes bytes = Bytes.of(HEAD + history.size() * ENTRY).i64(patron.high()).i64(patron.low());
        for (int i = 0; i < history.size(); i++) {
            bytes.i32(history.title(i)).i32(history.day(i));
        }
        return bytes.done();
    }

    static PatronKey patronKey(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new PatronKey(buffer.getLong(), buffer.getLong());
    }

    /** How many titles the history has. */
    static int size(byte[] value) {
        return (value.length - HEAD) / ENTRY;
    }

    static History history(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value).position(HEAD);
        int[] titles = new int[size(value)];
        int[] days = new int[titles.length];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = buffer.getInt();
            days[i] = buffer.getInt();
        }
        return History.ofSorted(titles, days);
    }
}
