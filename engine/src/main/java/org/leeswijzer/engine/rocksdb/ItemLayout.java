package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LoanKey;

/**
 * Which record an item is a copy of, whether it is available, where its library says so, and which loans wait to know. An
 * id has no control character, so 0 ends it.
 *
 * <pre>
 *  0         2
 *  +---------+---------- - - --+      +----------------- - - --+
 *  | library | item, UTF-8     |  ->  | id of the record, UTF-8 |
 *  +---------+---------- - - --+      +----------------- - - --+
 *
 *                                     +----------------- - - --+---+-----------+
 *                                 or  | id of the record, UTF-8 | 0 | available |   1 if it is, else 0
 *                                     +----------------- - - --+---+-----------+
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

    /**
     * What is known of an item.
     *
     * @param available null where its library does not say
     */
    record Item(String record, @Nullable Boolean available) {}

    static byte[] value(Item item) {
        Bytes bytes = Bytes.of().text(item.record());
        if (item.available() != null) {
            bytes.u8(0).u8(item.available() ? 1 : 0);
        }
        return bytes.done();
    }

    static Item item(byte[] value) {
        return new Item(record(value), isTold(value) ? value[value.length - 1] == 1 : null);
    }

    static String record(byte[] value) {
        int length = isTold(value) ? value.length - 2 : value.length;
        return new String(value, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isTold(byte[] value) {
        return value.length > 2 && value[value.length - 2] == 0;
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
