package org.leeswijzer.ingest.mosaic;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Isbns;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.SourceFile;

/** Reads {@code item id}, ISBNs, title, authors, publisher, year and URL as titles; publisher and URL are not kept. */
public final class MosaicTitles implements Rows {
    private static final List<String> COLUMNS =
            List.of("item id", "ISBNs", "title", "authors", "publisher", "year", "url");

    /** The last three are often left out. */
    private static final int NEEDED = 3;

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final MosaicRow row;
    private final Library library;

    /** The titles of a file, all of one library. */
    public MosaicTitles(SourceFile file, Library library) {
        row = new MosaicRow(file, COLUMNS);
        this.library = library;
    }

    /** Whether a file that begins with those cells is one of such titles. */
    public static boolean isFirstRow(List<String> cells) {
        return cells.size() == COLUMNS.size()
                && (cells.get(0).strip().replace('_', ' ').equalsIgnoreCase(COLUMNS.get(0))
                        || YEAR.matcher(cells.get(5).strip()).matches());
    }

    @Override
    public long number() {
        return row.line();
    }

    @Override
    public List<String> recognised() {
        return List.of("item id as id", "ISBNs as isbns", "title", "authors", "year");
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        if (!row.next(NEEDED)) {
            return null;
        }
        String id = row.id(0);
        if (row.cell(2).isEmpty()) {
            throw new BadRecord("title", "is missing: give the title's name");
        }
        Isbns isbns = Isbns.in(values(row.cell(1)));
        Description description =
                new Description(
                        row.cell(2),
                        values(row.cell(3)),
                        isbns.found(),
                        List.of(),
                        List.of(),
                        "",
                        MediaType.BOOK,
                        Audience.UNKNOWN,
                        year(row.cell(5)));
        TitleRecord title = new TitleRecord(library, id, null, null, description, false);
        return new Decoded.Events(List.of(new TitleSeen(title)), isbns.leftOut());
    }

    private static List<String> values(String cell) {
        return Stream.of(BAR.split(cell, -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable Integer year(String cell) {
        return YEAR.matcher(cell).matches() ? Integer.valueOf(cell) : null;
    }
}
