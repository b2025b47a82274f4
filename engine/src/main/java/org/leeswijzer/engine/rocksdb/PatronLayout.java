package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * The number that stands for a pseudonym; never given to another.
 *
 * <pre>
 *  0         2                18
 *  +---------+-----------------+      +--------+
 *  | library | patron key      |  ->  | patron |  4 bytes
 *  +---------+-----------------+      +--------+
 * </pre>
 */
final class PatronLayout {
    private PatronLayout() {}

    static byte[] key(int library, PatronKey patron) {
        return Bytes.of(18).u16(library).i64(patron.high()).i64(patron.low()).done();
    }

    /** All patrons of the library. */
    static byte[] prefix(int library) {
        return Bytes.of(2).u16(library).done();
    }

    static PatronKey patronKey(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key, 2, 16);
        return new PatronKey(buffer.getLong(), buffer.getLong());
    }

    static byte[] value(int patron) {
        return Bytes.of(4).i32(patron).done();
    }

    static int patron(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
