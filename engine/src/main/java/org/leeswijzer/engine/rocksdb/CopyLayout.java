package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.catalogue.Copies;

/**
 * How many copies of a record its library tells of, and how many of them are available. There is no row where it tells of none.
 *
 * <pre>
 *  0         2                                0         4           8
 *  +---------+-------------------- - -        +---------+-----------+
 *  | library | id of the record, UTF-8   ->   | told    | available |
 *  +---------+-------------------- - -        +---------+-----------+
 * </pre>
 */
final class CopyLayout {
    private CopyLayout() {}

    static byte[] key(int library, String record) {
        return Bytes.of().u16(library).text(record).done();
    }

    /** All records of the library. */
    static byte[] prefix(int library) {
        return Bytes.of(2).u16(library).done();
    }

    static byte[] value(Copies copies) {
        return Bytes.of(8).i32(copies.told()).i32(copies.available()).done();
    }

    static Copies copies(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Copies(buffer.getInt(), buffer.getInt());
    }
}
