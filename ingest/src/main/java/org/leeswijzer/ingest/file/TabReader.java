package org.leeswijzer.ingest.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of cells with tabs between, in which quotes mean nothing. For one thread. */
public final class TabReader {
    private final Lines lines;
    private final Decoding decoding;

    /** @param decoding of its lines */
    public TabReader(SourceFile file, Decoding decoding) {
        lines = new Lines(file.content());
        this.decoding = decoding;
    }

    /** The number of the line that came last, from 1. */
    public long line() {
        return lines.number();
    }

    /**
     * The next row that is not blank; null at the end.
     *
     * @throws org.leeswijzer.ingest.decode.BadRecord if it cannot be read; the next call goes on behind it
     */
    public @Nullable CsvRow next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            String text = decoding.text(line);
            if (!text.isBlank()) {
                return new CsvRow(lines.number(), Cells.plain(text, '\t'));
            }
        }
        return null;
    }
}
