package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;

/**
 * How many patrons of a library count for a title; and, under the title number -1, how many there are.
 *
 * <pre>
 *  0         2       6
 *  +---------+-------+      +---------+
 *  | library | title |  ->  | patrons |  4 bytes
 *  +---------+-------+      +---------+
 * </pre>
 */
final class CountLayout {
    /** In place of a title: all patrons with a loan. */
    static final int PATRONS = -1;

    private CountLayout() {}

    static byte[] key(int library, int title) {
        return Bytes.of(6).u16(library).i32(title).done();
    }

    static int library(byte[] key) {
        return Bytes.u16(ByteBuffer.wrap(key));
    }

    static int title(byte[] key) {
        return ByteBuffer.wrap(key).getInt(2);
    }

    static byte[] value(int patrons) {
        return Bytes.of(4).i32(patrons).done();
    }

    static int patrons(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
