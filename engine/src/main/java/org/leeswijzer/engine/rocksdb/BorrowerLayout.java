package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;

/**
 * Who counts for a title, by library.
 *
 * <pre>
 *  0       4         6       10
 *  +-------+---------+--------+      +-----+
 *  | title | library | patron |  ->  | day |  4 bytes, of the latest loan
 *  +-------+---------+--------+      +-----+
 * </pre>
 */
final class BorrowerLayout {
    private BorrowerLayout() {}

    static byte[] key(int title, int library, int patron) {
        return Bytes.of(10).i32(title).u16(library).i32(patron).done();
    }

    /** All borrowers of the title. */
    static byte[] prefix(int title) {
        return Bytes.of(4).i32(title).done();
    }

    static int library(byte[] key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key).getShort(4));
    }

    static int patron(byte[] key) {
        return ByteBuffer.wrap(key).getInt(6);
    }

    static byte[] value(int day) {
        return Bytes.of(4).i32(day).done();
    }

    static int day(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
