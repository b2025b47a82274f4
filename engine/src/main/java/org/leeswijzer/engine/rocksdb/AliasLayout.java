package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;

/**
 * Outside ids of titles: a record's within its library, a work's and an ISBN's anywhere. A work or an ISBN names one
 * title per media type, since a film and a book are never one title.
 *
 * <pre>
 *  0     1
 *  +-----+-------------+--------- - - --+
 *  | 'r' | library   2 | record or hrid |
 *  +-----+-------------+--------- - - --+      +-------+
 *  | 'w' | media | 0   | work id        |  ->  | title |  4 bytes
 *  +-----+-------------+--------- - - --+      +-------+
 *  | 'i' | media | 0   | 13 digits      |
 *  +-----+-------------+--------- - - --+
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

    /** Of a record. */
    static int library(byte[] key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key).getShort(1));
    }

    /** Of a record. */
    static String id(byte[] key) {
        return Bytes.rest(ByteBuffer.wrap(key, 3, key.length - 3));
    }

    static byte[] work(MediaType media, String id) {
        return Bytes.of().u8('w').text(media.text()).u8(0).text(id).done();
    }

    static byte[] isbn(MediaType media, Isbn isbn) {
        return Bytes.of().u8('i').text(media.text()).u8(0).text(isbn.digits()).done();
    }

    /** Every id by which the record's title is found; those that other records may share first. */
    static List<byte[]> of(int library, TitleRecord record) {
        List<byte[]> aliases = new ArrayList<>(shared(record));
        aliases.add(record(library, record.id()));
        if (record.hrid() != null) {
            aliases.add(record(library, record.hrid()));
        }
        return aliases;
    }

    /** Those ids that records of other libraries may share: the work's, then ISBNs in their order. */
    static List<byte[]> shared(TitleRecord record) {
        MediaType media = record.description().mediaType();
        List<byte[]> aliases = new ArrayList<>();
        if (record.workId() != null) {
            aliases.add(work(media, record.workId()));
        }
        record.description().isbns().forEach(isbn -> aliases.add(isbn(media, isbn)));
        return aliases;
    }

    static byte[] value(int title) {
        return Bytes.of(4).i32(title).done();
    }

    static int title(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }
}
