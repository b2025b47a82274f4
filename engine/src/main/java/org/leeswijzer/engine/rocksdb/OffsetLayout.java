package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.LogPartition;

/**
 * Where to go on reading: an offset is that of the next record.
 *
 * <pre>
 *  0           4                 8
 *  +-----------+---------- - - --+      +------------+
 *  | partition | topic, UTF-8    |  ->  | nextOffset |  8 bytes
 *  +-----------+---------- - - --+      +------------+
 * </pre>
 */
final class OffsetLayout {
    private OffsetLayout() {}

    static byte[] key(LogPartition partition) {
        return Bytes.of().i32(partition.partition()).text(partition.topic()).done();
    }

    static byte[] value(long nextOffset) {
        return Bytes.of(8).i64(nextOffset).done();
    }

    static long nextOffset(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }
}
