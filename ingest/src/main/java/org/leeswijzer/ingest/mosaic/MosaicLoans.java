package org.leeswijzer.ingest.mosaic;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.LoanMaker;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.SourceFile;

/** Reads {@code timestamp}, {@code item id} and {@code user id} as loans; the day is that in UTC. */
public final class MosaicLoans implements Rows {
    private static final List<String> COLUMNS = List.of("timestamp", "item id", "user id");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");

    private final MosaicRow row;
    private final Library library;
    private final LoanMaker maker;
    private final LoanDay days;

    /** The loans of a file, all of one library. */
    public MosaicLoans(SourceFile file, Library library, LoanMaker maker, LoanDay days) {
        row = new MosaicRow(file, COLUMNS);
        this.library = library;
        this.maker = maker;
        this.days = days;
    }

    /** Whether a file that begins with those cells is one of such loans. */
    public static boolean isFirstRow(List<String> cells) {
        return cells.size() == COLUMNS.size()
                && (cells.get(0).strip().equalsIgnoreCase(COLUMNS.get(0))
                        || SECONDS.matcher(cells.get(0).strip()).matches());
    }

    @Override
    public long number() {
        return row.line();
    }

    @Override
    public List<String> recognised() {
        return List.of("timestamp as loanedAt", "item id as title", "user id as patron");
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        if (!row.next(COLUMNS.size())) {
            return null;
        }
        int day = day(row.cell(0));
        Borrowed title = new Borrowed.OfTitle(row.id(1));
        return Decoded.Events.of(maker.loan(library, null, row.id(2), title, day));
    }

    private int day(String seconds) {
        if (!SECONDS.matcher(seconds).matches()) {
            throw new BadRecord(
                    "timestamp", "is not a time: give seconds since 1970-01-01T00:00:00Z");
        }
        try {
            Instant time = Instant.ofEpochSecond(Long.parseLong(seconds));
            return days.of("timestamp", LocalDate.ofInstant(time, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new BadRecord(
                    "timestamp", "is too far off: give seconds since 1970-01-01T00:00:00Z");
        }
    }
}
