package org.leeswijzer.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;

/**
 * Rows of CSV (RFC 4180), cells parted by comma, semicolon, tab or bar, whichever it looks like. For one thread.
 *
 * <p>A quote that does not end costs the line that it is in: what was read in search of its end is read again as rows.
 */
public final class CsvReader {
    private static final int LOOK_AHEAD = 1 << 16;

    /** A quoted cell may hold line ends, but hardly so many. */
    private static final int MAX_LINES = 100;

    private final Lines lines;
    private final Decoding decoding;
    private final char separator;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int width;
    private long line;

    private record Line(long number, String text) {}

    /** @param decoding of its lines */
    public CsvReader(SourceFile file, Decoding decoding) throws IOException {
        byte[] beginning = file.beginning(LOOK_AHEAD);
        // A line that the beginning cuts in two has fewer cells; one of fifty, it decides nothing.
        separator = Separator.of(new String(beginning, StandardCharsets.ISO_8859_1));
        lines = new Lines(file.content());
        this.decoding = decoding;
    }

    /** What parts the cells. */
    public char separator() {
        return separator;
    }

    /** The number of the line on which the last row, good or bad, began. */
    public long line() {
        return line;
    }

    /** Cells of the first row: what a row that goes on over several lines has to have. 0 before. */
    public int width() {
        return width;
    }

    /**
     * The next row that is not blank; null at the end.
     *
     * @throws BadRecord if it cannot be read; the next call goes on behind it
     */
    public @Nullable CsvRow next() throws IOException {
        for (Line first = nextLine(); first != null; first = nextLine()) {
            if (!first.text().isBlank()) {
                return row(first);
            }
        }
        return null;
    }

    private CsvRow row(Line first) throws IOException {
        List<String> cells = Cells.split(first.text(), separator);
        if (cells == null) {
            cells = overSeveralLines(first);
        }
        width = width == 0 ? cells.size() : width;
        return new CsvRow(first.number(), cells);
    }

    private List<String> overSeveralLines(Line first) throws IOException {
        List<Line> more = new ArrayList<>();
        List<String> cells = joined(first, more);
        line = first.number();
        if (cells != null && (width == 0 || cells.size() == width)) {
            return cells;
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
        if (separator == '\t') {
            // Whoever parts cells by tabs needs no quotes, and those there are belong to the text.
            return Cells.plain(first.text(), separator);
        }
        throw new BadRecord(
                "value", "has a quote that does not end: write a quote in a cell twice");
    }

    /* The cells up to a line at whose end no quote is open; null if there is none near. */
    private @Nullable List<String> joined(Line first, List<Line> more) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        while (more.size() < MAX_LINES && text.length() < Decoder.MAX_BYTES) {
            Line next;
            try {
                next = nextLine();
            } catch (BadRecord e) {
                return null;
            }
            if (next == null) {
                return null;
            }
            more.add(next);
            text.append('\n').append(next.text());
            if (next.text().indexOf('"') >= 0) {
                List<String> cells = Cells.splitStrictly(text.toString(), separator);
                if (cells != null) {
                    return cells;
                }
            }
        }
        return null;
    }

    private @Nullable Line nextLine() throws IOException {
        Line waiting = ahead.poll();
        if (waiting != null) {
            line = waiting.number();
            return waiting;
        }
        line = lines.number() + 1;
        byte[] bytes = lines.next();
        return bytes == null ? null : new Line(line, decoding.text(bytes));
    }
}
