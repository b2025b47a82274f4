package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.catalogue.TitleRecord;

/**
 * A record's ids within its library. In a store from before schema 4 there are ids of works and ISBNs too, which start with
 * another letter; they are not read.
 *
 * <pre>
 *  0     1
 *  +-----+-------------+--------- - - --+      +---------+
 *  | 'r' | library   2 | record or hrid |  ->  | edition |  4 bytes
 *  +-----+-------------+--------- - - --+      +---------+
 * </pre>
 */
final class AliasLayout {
    private AliasLayout() {}

    static byte[] record(int library, String id) {
        return Bytes.of().u8('r').u16(library).text(id).done();
    }

    /** All records of all libraries. */
    static byte[] recordPrefix() {
        return Bytes.of(1).u8('r').done();
    }

    /** All records of a library. */
    static byte[] recordPrefix(int library) {
        return Bytes.of(3).u8('r').u16(library).done();
    }

    static int library(byte[] key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key).getShort(1));
    }

    static String id(byte[] key) {
        return Bytes.rest(ByteBuffer.wrap(key, 3, key.length - 3));
    }

    /** Both ids by which the record is found, or the one that it has. */
    static List<byte[]> of(int library, TitleRecord record) {
        List<byte[]> aliases = new ArrayList<>();
        aliases.add(record(library, record.id()));
        if (record.hrid() != null) {
            aliases.add(record(library, record.hrid()));
        }
        return aliases;
    }

    static byte[] value(int edition) {
        return Bytes.of(4).i32(edition).done();
    }

    static int edition(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
