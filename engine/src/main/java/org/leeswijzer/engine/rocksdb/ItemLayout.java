package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.leeswijzer.engine.loan.LoanKey;

/**
 * Which record an item is a copy of, and which loans wait to know. An id has no control character, so 0 ends it.
 *
 * <pre>
 *  0         2
 *  +---------+---------- - - --+      +----------------- - -
 *  | library | item, UTF-8     |  ->  | id of the record, UTF-8
 *  +---------+---------- - - --+      +----------------- - -
 *
 *  +---------+---------- - - --+---+-----------+
 *  | library | item, UTF-8     | 0 | loan key  |  ->  nothing
 *  +---------+---------- - - --+---+-----------+
 * </pre>
 */
final class ItemLayout {
    private ItemLayout() {}

    static byte[] key(int library, String item) {
        return Bytes.of().u16(library).text(item).done();
    }

    static byte[] value(String record) {
        return record.getBytes(StandardCharsets.UTF_8);
    }

    static String record(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    static byte[] parkedKey(int library, String item, LoanKey loan) {
        return Bytes.of().u16(library).text(item).u8(0).i64(loan.high()).i64(loan.low()).done();
    }

    /** The key of a loan that waits for the same item as that of the given key. */
    static byte[] parkedKey(byte[] other, LoanKey loan) {
        byte[] key = other.clone();
        ByteBuffer.wrap(key, key.length - 16, 16).putLong(loan.high()).putLong(loan.low());
        return key;
    }

    /** All loans that wait for the item. */
    static byte[] parkedPrefix(int library, String item) {
        return Bytes.of().u16(library).text(item).u8(0).done();
    }

    /** All loans of the library that wait. */
    static byte[] parkedPrefix(int library) {
        return Bytes.of(2).u16(library).done();
    }

    static LoanKey parkedLoanKey(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key, key.length - 16, 16);
        return new LoanKey(buffer.getLong(), buffer.getLong());
    }
}
