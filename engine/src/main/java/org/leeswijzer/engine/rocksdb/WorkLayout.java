package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;

/**
 * Which work an edition belongs to; of an edition that is not there it is its own number.
 *
 * <pre>
 *  0         4
 *  +---------+      +------+
 *  | edition |  ->  | work |  4 bytes, the lowest number of the work's editions
 *  +---------+      +------+
 * </pre>
 */
final class WorkLayout {
    private WorkLayout() {}

    static byte[] key(int edition) {
        return Bytes.of(4).i32(edition).done();
    }

    static int edition(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    static byte[] value(int work) {
        return Bytes.of(4).i32(work).done();
    }

    static int work(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
