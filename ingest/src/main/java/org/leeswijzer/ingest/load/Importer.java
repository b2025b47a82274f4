package org.leeswijzer.ingest.load;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;

/**
 * Imports a file of loans or of titles, line by line: what cannot be read is reported and the rest is taken. Importing a
 * file again changes nothing, since every line names its loan or title, or has an id made of what it says.
 */
public final class Importer {
    private static final int LINES_PER_PROGRESS = 1_000;

    private final Kind kind;
    private final Columns columns;
    private final JsonlDecoder decoder;

    /**
     * An importer of such files.
     *
     * @param library of lines that name none; null if every line has to
     * @param columns of CSV; JSON Lines are read by their own names
     */
    public Importer(
            Kind kind, @Nullable Library library, Columns columns, Secrets secrets, Clock clock) {
        this.kind = kind;
        this.columns = columns;
        decoder = new JsonlDecoder(secrets, clock, library);
    }

    /**
     * Imports a file, and waits until all of it is safe.
     *
     * @param progress is told the bytes of the file that were read
     * @throws IOException if the file cannot be read to its end; what came before is taken nevertheless
     * @throws IllegalArgumentException if the columns do not fit the file
     */
    public ImportReport run(SourceFile file, Target target, Progress progress) throws IOException {
        Tally tally = new Tally();
        Rows rows = Rows.of(file, columns);
        try {
            while (next(rows, target, tally)) {
                if (tally.lines % LINES_PER_PROGRESS == 0) {
                    progress.at("reading", file.read(), file.size());
                }
            }
        } catch (IOException e) {
            target.finish();
            throw new IOException(
                    "%s cannot be read beyond line %d: %s"
                            .formatted(file.name(), rows.line(), e.getMessage()),
                    e);
        }
        target.finish();
        progress.at("reading", file.read(), file.size());
        return tally.report();
    }

    private boolean next(Rows rows, Target target, Tally tally) throws IOException {
        try {
            Fields row = rows.next();
            if (row == null) {
                return false;
            }
            Decoded.Events line = decoder.decode(row);
            if (!kind.fits(line.events().get(0))) {
                throw new BadRecord(
                        "value",
                        kind == Kind.LOANS
                                ? "is a title, not a loan: import it with the titles"
                                : "is a loan, not a title: import it with the loans");
            }
            target.take(line.events());
            tally.taken(line);
        } catch (BadRecord e) {
            tally.bad(rows.line(), e);
        }
        return true;
    }

    private static final class Tally {
        private long lines;
        private long bad;
        private long isbnsLeftOut;
        private final List<ImportProblem> firstProblems = new ArrayList<>();

        void taken(Decoded.Events line) {
            lines++;
            isbnsLeftOut += line.isbnsLeftOut();
        }

        void bad(long line, BadRecord why) {
            lines++;
            bad++;
            if (firstProblems.size() < ImportReport.MAX_PROBLEMS) {
                firstProblems.add(new ImportProblem(line, why.field(), why.problem()));
            }
        }

        ImportReport report() {
            return new ImportReport(lines, lines - bad, bad, isbnsLeftOut, firstProblems);
        }
    }
}
