package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * Every loan by its key: one that counts, or one parked until its item is known.
 *
 * <pre>
 *  0         2                18
 *  +---------+-----------------+      +---+-----------+--------+-------+
 *  | library | loan key        |  ->  | 1 | day       | patron | edition |
 *  +---------+-----------------+      +---+-----------+--------+-------+----- - -
 *                                     | 2 | day       | patron key  16 | item, UTF-8
 *                                     +---+-----------+----------------+----- - -
 * </pre>
 */
final class LoanLayout {
    private static final int COUNTED = 1;
    private static final int PARKED = 2;

    private LoanLayout() {}

    /** A loan as it is stored. */
    sealed interface StoredLoan {
        int day();
    }

    record CountedLoan(int patron, int edition, int day) implements StoredLoan {}

    record ParkedLoan(PatronKey patron, String item, int day) implements StoredLoan {}

    static byte[] key(int library, LoanKey loan) {
        return Bytes.of(18).u16(library).i64(loan.high()).i64(loan.low()).done();
    }

    /** All loans of the library. */
    static byte[] prefix(int library) {
        return Bytes.of(2).u16(library).done();
    }

    static int library(byte[] key) {
        return Bytes.u16(ByteBuffer.wrap(key));
    }

    static LoanKey loanKey(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key, 2, 16);
        return new LoanKey(buffer.getLong(), buffer.getLong());
    }

    static byte[] value(StoredLoan loan) {
        if (loan instanceof CountedLoan counted) {
            return Bytes.of(13)
                    .u8(COUNTED)
                    .i32(counted.day())
                    .i32(counted.patron())
                    .i32(counted.edition())
                    .done();
        }
        ParkedLoan parked = (ParkedLoan) loan;
        return Bytes.of()
                .u8(PARKED)
                .i32(parked.day())
                .i64(parked.patron().high())
                .i64(parked.patron().low())
                .text(parked.item())
                .done();
    }

    static StoredLoan loan(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        int kind = buffer.get();
        int day = buffer.getInt();
        if (kind == COUNTED) {
            return new CountedLoan(buffer.getInt(), buffer.getInt(), day);
        }
        PatronKey patron = new PatronKey(buffer.getLong(), buffer.getLong());
        return new ParkedLoan(patron, Bytes.rest(buffer), day);
    }
}
