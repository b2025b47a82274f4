package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.LoanKey;

/**
 * Counted loans by patron: what a history is made of.
 *
 * <pre>
 *  0        4       8                24
 *  +--------+-------+-----------------+      +-----+
 *  | patron | edition | loan key      |  ->  | day |  4 bytes
 *  +--------+-------+-----------------+      +-----+
 * </pre>
 */
final class BorrowingLayout {
    private BorrowingLayout() {}

    static byte[] key(int patron, int edition, LoanKey loan) {
        return Bytes.of(24).i32(patron).i32(edition).i64(loan.high()).i64(loan.low()).done();
    }

    /** All loans of the patron. */
    static byte[] prefix(int patron) {
        return Bytes.of(4).i32(patron).done();
    }

    static int edition(byte[] key) {
        return ByteBuffer.wrap(key).getInt(4);
    }

    static LoanKey loanKey(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key, 8, 16);
        return new LoanKey(buffer.getLong(), buffer.getLong());
    }

    static byte[] value(int day) {
        return Bytes.of(4).i32(day).done();
    }

    static int day(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
