package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.leeswijzer.engine.backup.Restored;

/**
 * That the store was restored, and erasures since the backup are still to be read.
 *
 * <pre>
 *  0            8      9
 *  +------------+------+
 *  | made       | gaps |      epoch milliseconds; 0 or 1
 *  +------------+------+
 * </pre>
 */
final class RestoredLayout {
    private static final int BYTES = 9;

    private RestoredLayout() {}

    static byte[] value(Restored restored) {
        return Bytes.of(BYTES)
                .i64(restored.made().toEpochMilli())
                .u8(restored.hasGaps() ? 1 : 0)
                .done();
    }

    static Restored restored(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Restored(Instant.ofEpochMilli(buffer.getLong()), buffer.get() != 0);
    }
}
