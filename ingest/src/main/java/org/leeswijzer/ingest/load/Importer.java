package org.leeswijzer.ingest.load;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.ImportReport.Reading;

/**
 * Imports a file of loans or of titles, row by row, whatever its format: what cannot be read is reported and the rest is
 * taken. Importing a file again changes nothing, since every line names its loan or title, or has an id made of what it says.
 */
public final class Importer {
    private static final int LINES_PER_PROGRESS = 1_000;

    private final ImportPlan plan;
    private final Pseudonymisers pseudonymisers;
    private final Clock clock;

    /**
     * An importer of such files.
     *
     * @param pseudonymisers asked of a library once one of its rows is known to be whole
     */
    public Importer(ImportPlan plan, Pseudonymisers pseudonymisers, Clock clock) {
        this.plan = plan;
        this.pseudonymisers = pseudonymisers;
        this.clock = clock;
    }

    /**
     * An importer of JSON Lines or CSV, or what else can be told by looking.
     *
     * @param library of lines that name none; null if every line has to
     * @param columns of CSV; JSON Lines are read by their own names
     */
    public Importer(
            Kind kind, @Nullable Library library, Columns columns, Secrets secrets, Clock clock) {
        this(ImportPlan.of(kind, Optional.ofNullable(library)).with(columns), secrets, clock);
    }

    /**
     * Imports a file, and waits until all of it is safe.
     *
     * @param progress is told the bytes of the file that were read
     * @throws IOException if the file cannot be read to its end; what came before is taken nevertheless
     * @throws IllegalArgumentException if the plan does not fit the file
     */
    public ImportReport run(SourceFile file, Target target, Progress progress) throws IOException {
        Format format = FormatFinder.find(file, plan);
        Rows rows =
                new FileRows(plan, Pseudonyms.ofOneFile(pseudonymisers), clock).open(file, format);
        Tally tally = new Tally(new Reading(format, rows.unit(), rows.recognised()));
        try {
            while (next(rows, target, tally)) {
                if (tally.lines % LINES_PER_PROGRESS == 0) {
                    progress.at("reading", file.read(), file.size());
                }
            }
        } catch (IOException e) {
            target.finish();
            throw new IOException(
                    "%s cannot be read beyond %s %d: %s"
                            .formatted(file.name(), rows.unit(), rows.number(), e.getMessage()),
                    e);
        }
        target.finish();
        progress.at("reading", file.read(), file.size());
        return tally.report();
    }

    private boolean next(Rows rows, Target target, Tally tally) throws IOException {
        try {
            Decoded row = read(rows);
            if (row == null) {
                return false;
            }
            if (row instanceof Decoded.Events line) {
                take(line, target);
                tally.taken(line);
            } else if (row instanceof Decoded.Ignored nothing) {
                tally.dropped(nothing.cause());
            }
        } catch (BadRecord e) {
            tally.bad(rows.number(), e);
        }
        return true;
    }

    /* What no reader of rows looked at and the engine cannot have may be of a patron: its value is not told. */
    private static @Nullable Decoded read(Rows rows) throws IOException {
        try {
            return rows.next();
        } catch (IllegalArgumentException e) {
            throw new BadRecord("row", "has something that cannot be: hold it against the format");
        }
    }

    private void take(Decoded.Events line, Target target) {
        if (!plan.kind().fits(line.events().get(0))) {
            throw new BadRecord(
                    "value",
                    plan.kind() == Kind.LOANS
                            ? "is a title, not a loan: import it with the titles"
                            : "is a loan, not a title: import it with the loans");
        }
        target.take(line.events());
    }

    private static final class Tally {
        private final Reading reading;
        private final Map<Cause, Long> dropped = new EnumMap<>(Cause.class);
        private long taken;
        private long lines;
        private long bad;
        private long isbnsLeftOut;
        private final List<ImportProblem> firstProblems = new ArrayList<>();

        Tally(Reading reading) {
            this.reading = reading;
        }

        void taken(Decoded.Events line) {
            lines++;
            taken++;
            isbnsLeftOut += line.isbnsLeftOut();
        }

        void dropped(Cause cause) {
            lines++;
            dropped.merge(cause, 1L, Long::sum);
        }

        void bad(long line, BadRecord why) {
            lines++;
            bad++;
            if (firstProblems.size() < ImportReport.MAX_PROBLEMS) {
                firstProblems.add(
                        new ImportProblem(reading.unit(), line, why.field(), why.problem()));
            }
        }

        ImportReport report() {
            return new ImportReport(
                    lines, taken, bad, isbnsLeftOut, firstProblems, dropped, reading);
        }
    }
}
