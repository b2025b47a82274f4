package org.leeswijzer.ingest.marc;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.SourceFile;
import org.marc4j.marc.Record;

/** Reads a catalogue in MARC 21 or MARCXML as titles and their items. */
public final class MarcTitles implements Rows {
    private static final int LOOK_AHEAD = 1024;

    private final Chunks chunks;
    private final Function<byte[], Record> parser;
    private final MarcOptions options;
    private final MarcTitle title;

    private MarcTitles(
            Chunks chunks, Function<byte[], Record> parser, Library library, MarcOptions options) {
        this.chunks = chunks;
        this.parser = parser;
        this.options = options;
        title = new MarcTitle(library, options);
    }

    /** The titles of a file in ISO 2709, MARC-8 or UTF-8. */
    public static MarcTitles marc21(SourceFile file, Library library, MarcOptions options) {
        return new MarcTitles(
                new Marc21Chunks(file.content()), new Marc21()::read, library, options);
    }

    /**
     * The titles of a file in MARCXML.
     *
     * @throws IllegalArgumentException if its encoding is not known, or not one of which ASCII is a part
     */
    public static MarcTitles marcXml(SourceFile file, Library library, MarcOptions options)
            throws IOException {
        String encoding = XmlChunks.encoding(file.beginning(LOOK_AHEAD));
        if (!isUsable(encoding)) {
            throw new IllegalArgumentException(
                    "%s is in an encoding that is not read here: give it in UTF-8"
                            .formatted(file.name()));
        }
        return new MarcTitles(
                new XmlChunks(file.content()), new MarcXml(encoding)::read, library, options);
    }

    private static boolean isUsable(String encoding) {
        try {
            return Charset.isSupported(encoding)
                    && "<".equals(new String(new byte[] {'<'}, Charset.forName(encoding)))
                    && StandardCharsets.US_ASCII.encode("<record>").remaining()
                            == Charset.forName(encoding).encode("<record>").remaining();
        } catch (IllegalCharsetNameException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public String unit() {
        return "record";
    }

    @Override
    public long number() {
        return chunks.number();
    }

    @Override
    public List<String> recognised() {
        return List.of(options.id() + " as id", options.items() + " as items");
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        byte[] record = chunks.next();
        return record == null ? null : title.decode(parser.apply(record));
    }
}
