package org.leeswijzer.ingest.loanset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.file.CsvReader;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.ImportProblem;
import org.leeswijzer.ingest.load.ImportReport;

/** A file of loans or of titles, read row by row: what is bad is counted and the rest goes on. */
final class TableFile {
    private static final int ROWS_PER_PROGRESS = 10_000;
    private static final int MARK = 2;

    private final Path path;
    private final FileKind kind;
    private final Mapping mapping;
    private final Optional<String> likelyId;

    /** @param likelyId what the ids of titles may be called */
    TableFile(Path path, FileKind kind, Mapping mapping, Optional<String> likelyId) {
        this.path = path;
        this.kind = kind;
        this.mapping = mapping;
        this.likelyId = likelyId;
    }

    /** Takes a row, or says what is wrong with it. */
    @FunctionalInterface
    interface Taker {
        void take(CsvRow row, Layout layout);
    }

    /** How a reading went. */
    static final class Tally {
        private final Layout layout;
        private final List<ImportProblem> firstProblems = new ArrayList<>();
        private long rows;
        private long bad;
        private long old;

        private Tally(Layout layout) {
            this.layout = layout;
        }

        private void bad(long line, String field, String problem) {
            bad++;
            if (firstProblems.size() < ImportReport.MAX_PROBLEMS) {
                firstProblems.add(new ImportProblem(line, field, problem));
            }
        }

        FileReport report(Path path, Map<String, Long> counts, List<String> remarks) {
            List<String> all = new ArrayList<>(remarks);
            if (old > 0) {
                all.add("%,d lines are not UTF-8 and were read as Windows-1252".formatted(old));
            }
            return new FileReport(
                    path.toString(), layout.form(), rows, bad, counts, all, firstProblems);
        }
    }

    /**
     * Where the file has what.
     *
     * @throws IllegalArgumentException if it is empty or does not fit the mapping
     */
    Layout layout() throws IOException {
        try (SourceFile file = SourceFile.open(path)) {
            return layout(reader(file, new Encoding())).layout;
        }
    }

    private record Begun(Layout layout, CsvRow first) {}

    private Begun layout(CsvReader reader) throws IOException {
        CsvRow first;
        try {
            first = reader.next();
        } catch (BadRecord e) {
            throw new IllegalArgumentException("first line of " + path + " " + e.problem(), e);
        }
        if (first == null) {
            throw new IllegalArgumentException(
                    "%s is empty: give a file of %s".formatted(path, kind.text()));
        }
        return new Begun(
                new LayoutFinder(path.toString(), kind, mapping, first.cells())
                        .find(likelyId, reader.separator()),
                first);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it does not fit the mapping, or most of its rows are bad
     */
    Tally read(Taker taker, Progress progress) throws IOException {
        try (SourceFile file = SourceFile.open(path)) {
            Encoding encoding = new Encoding();
            CsvReader reader = reader(file, encoding);
            Begun begun = layout(reader);
            Tally tally = new Tally(begun.layout());
            if (!begun.layout().hasHeader()) {
                take(begun.first(), reader, taker, tally);
            }
            String stage = "reading " + kind.text();
            while (next(reader, taker, tally)) {
                if (tally.rows % ROWS_PER_PROGRESS == 0) {
                    progress.at(stage, file.read(), file.size());
                }
            }
            progress.at(stage, file.size(), file.size());
            tally.old = encoding.old();
            check(tally);
            return tally;
        }
    }

    private CsvReader reader(SourceFile file, Encoding encoding) throws IOException {
        byte[] mark = file.beginning(MARK);
        if (mark.length == MARK && (mark[0] & mark[1] & 0xfe) == 0xfe) {
            throw new IllegalArgumentException("%s is UTF-16: save it as UTF-8".formatted(path));
        }
        return new CsvReader(file, encoding);
    }

    private static boolean next(CsvReader reader, Taker taker, Tally tally) throws IOException {
        CsvRow row;
        try {
            row = reader.next();
        } catch (BadRecord e) {
            tally.rows++;
            tally.bad(reader.line(), "row", e.problem());
            return true;
        }
        if (row != null) {
            take(row, reader, taker, tally);
        }
        return row != null;
    }

    private static void take(CsvRow row, CsvReader reader, Taker taker, Tally tally) {
        tally.rows++;
        try {
            checkWidth(row, reader.width());
            taker.take(row, tally.layout);
        } catch (BadCell e) {
            tally.bad(row.line(), e.field(), e.problem());
        }
    }

    /* One cell more than there are columns, and no one knows which moved. */
    private static void checkWidth(CsvRow row, int width) {
        for (int place = width; place < row.cells().size(); place++) {
            if (!row.cell(place).isEmpty()) {
                throw new BadCell(
                        "row",
                        "has %d cells where the first has %d: put a cell in quotes that holds what parts them"
                                .formatted(row.cells().size(), width));
            }
        }
    }

    private void check(Tally tally) {
        if (tally.bad * 2 > tally.rows) {
            throw new IllegalArgumentException(
                    "%s: %d of %d rows are bad, so the columns will be others than told (%s); the first is %s"
                            .formatted(
                                    path,
                                    tally.bad,
                                    tally.rows,
                                    tally.layout.form(),
                                    tally.firstProblems.get(0)));
        }
    }
}
