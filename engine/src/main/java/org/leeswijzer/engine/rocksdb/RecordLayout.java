package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/**
 * A record of a title. Strings carry their length; an absent one is told by an empty list.
 *
 * <pre>
 *  0       4         6
 *  +-------+---------+---------- - - --+
 *  | title | library | record's id     |  ->  version 1, suppressed, year, media type, audience, language, title,
 *  +-------+---------+---------- - - --+      hrid, work id, authors, ISBNs, subjects, series
 * </pre>
 */
final class RecordLayout {
    private static final int VERSION = 1;
    private static final int NO_YEAR = Integer.MIN_VALUE;

    private RecordLayout() {}

    static byte[] key(int title, int library, String id) {
        return Bytes.of().i32(title).u16(library).text(id).done();
    }

    static int title(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    static int library(byte[] key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key).getShort(4));
    }

    static byte[] value(TitleRecord record) {
        Description is = record.description();
        Bytes bytes =
                Bytes.of(256)
                        .u8(VERSION)
                        .u8(record.suppressed() ? 1 : 0)
                        .i32(is.year() == null ? NO_YEAR : is.year())
                        .string(is.mediaType().text())
                        .string(is.audience().text())
                        .string(is.language())
                        .string(is.title());
        strings(bytes, optional(record.hrid()));
        strings(bytes, optional(record.workId()));
        strings(bytes, is.authors());
        strings(bytes, is.isbns().stream().map(Isbn::digits).toList());
        strings(bytes, is.subjects());
        strings(bytes, is.series());
        return bytes.done();
    }

    static TitleRecord record(Library library, byte[] key, byte[] value) {
        ByteBuffer keyBytes = ByteBuffer.wrap(key, 6, key.length - 6);
        ByteBuffer from = ByteBuffer.wrap(value);
        if (from.get() != VERSION) {
            throw new IllegalStateException(
                    "a title's record has layout %d, not %d".formatted(value[0], VERSION));
        }
        boolean suppressed = from.get() == 1;
        int year = from.getInt();
        MediaType media = MediaType.parse(Bytes.string(from));
        Audience audience = Audience.parse(Bytes.string(from));
        String language = Bytes.string(from);
        String title = Bytes.string(from);
        String hrid = first(strings(from, text -> text));
        String workId = first(strings(from, text -> text));
        Description description =
                new Description(
                        title,
                        strings(from, text -> text),
                        strings(from, Isbn::new),
                        strings(from, text -> text),
                        strings(from, text -> text),
                        language,
                        media,
                        audience,
                        year == NO_YEAR ? null : year);
        return new TitleRecord(
                library, Bytes.rest(keyBytes), hrid, workId, description, suppressed);
    }

    private static List<String> optional(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static void strings(Bytes bytes, List<String> texts) {
        bytes.i32(texts.size());
        texts.forEach(bytes::string);
    }

    private static <T> List<T> strings(ByteBuffer from, Function<String, T> as) {
        int size = from.getInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(as.apply(Bytes.string(from)));
        }
        return values;
    }
}
