package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Promise;

/**
 * What a patron was promised; none is there for most.
 *
 * <pre>
 *  0         2                18
 *  +---------+-----------------+      +----------+-----------+-------------+
 *  | library | patron key      |  ->  | last day | opted out | since     8 |
 *  +---------+-----------------+      +----------+-----------+-------------+
 *                                     0          4           5            13
 * </pre>
 */
final class PromiseLayout {
    private PromiseLayout() {}

    static byte[] key(int library, PatronKey patron) {
        return PatronLayout.key(library, patron);
    }

    /** All promises of the library. */
    static byte[] prefix(int library) {
        return PatronLayout.prefix(library);
    }

    static int library(byte[] key) {
        return Bytes.u16(ByteBuffer.wrap(key));
    }

    static PatronKey patronKey(byte[] key) {
        return PatronLayout.patronKey(key);
    }

    static byte[] value(Promise promise) {
        return Bytes.of(13)
                .i32(promise.lastDay())
                .u8(promise.optedOut() ? 1 : 0)
                .i64(promise.since())
                .done();
    }

    static Promise promise(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Promise(buffer.getInt(), buffer.get() != 0, buffer.getLong());
    }
}
