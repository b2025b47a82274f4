package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.Consent;
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
 *                                     +---------+-------------+
 *                                     | consent | since     8 |
 *                                     +---------+-------------+
 *                                     13        14           22
 * </pre>
 *
 * <p>A value of before there was consent ends at 13: it was not given.
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
        return Bytes.of(22)
                .i32(promise.lastDay())
                .u8(promise.optedOut() ? 1 : 0)
                .i64(promise.since())
                .u8(promise.consent().isGiven() ? 1 : 0)
                .i64(promise.consent().since())
                .done();
    }

    static Promise promise(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Promise(buffer.getInt(), buffer.get() != 0, buffer.getLong(), consent(buffer));
    }

    private static Consent consent(ByteBuffer buffer) {
        return buffer.hasRemaining()
                ? new Consent(buffer.get() != 0, buffer.getLong())
                : Consent.NONE;
    }
}
