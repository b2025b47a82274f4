package org.leeswijzer.benchmarks.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.engine.rocksdb.RawWrites;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.StoreTarget;
import org.leeswijzer.ingest.load.Target;

/**
 * Loans per second from a CSV file into a durable store, as the first import of a library does it; of reading the same file
 * when nothing is made of its loans; and of RocksDB alone when it is handed what the store then holds.
 *
 * <pre>{@code
 * java -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.intake.BulkImport [millions of loans] [runs]
 * }</pre>
 *
 * <p>All by the clock; the import from an empty store that is open to one that is closed. The first run of a process is cold, as
 * a library's own import is: Java has compiled nothing yet, and has its memory still to get.
 */
public final class BulkImport {
    private static final Library LIBRARY = new Library("generated");
    private static final Columns COLUMNS = Columns.parse("patron=u,title=i,time=t");

    private BulkImport() {}

    public static void main(String[] arguments) throws IOException {
        Amount amount = Amount.of(arguments);
        measure(
                amount.generator(),
                amount.runs(),
                amount.results(BulkImport.class, "4g"),
                amount.file("bulk-import"));
    }

    static void measure(LoanGenerator generator, int runs, ResultFile results, Path file)
            throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path loans = folder.path().resolve("loans.csv");
            results.put("generator", generator.toString())
                    .put("loans", write(generator, loans))
                    .put("bytes", Files.size(loans));
            List<Map<String, Object>> measured = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                Map<String, Object> figures = run(folder, loans);
                System.out.printf(Locale.ROOT, "%s%n", figures);
                measured.add(figures);
            }
            results.put("runs", measured).write(file);
            System.out.println("written to " + file);
        }
    }

    private static long write(LoanGenerator generator, Path file) throws IOException {
        long[] lines = {0};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("u,i,t\n");
            generator.generate(
                    (patron, title, day) -> {
                        try {
                            out.write(
                                    "%d,t%d,%s\n"
                                            .formatted(patron, title, LocalDate.ofEpochDay(day)));
                            lines[0]++;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return lines[0];
    }

    private static Map<String, Object> run(TemporaryFolder folder, Path loans) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (TemporaryFolder store = new TemporaryFolder(folder.path().resolve("store"))) {
            long begin = System.nanoTime();
            ImportReport report;
            long counted;
            try (Engine engine = Engine.openAtRest(store.settings(), Clock.systemUTC());
                    StoreTarget target = new StoreTarget(engine.bulkLoad())) {
                begin = System.nanoTime();
                report = read(loans, engine.secrets(), target);
                counted = engine.statistics().loans();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            figures.put("loansPerSecond", report.lines() / seconds);
            figures.put("seconds", seconds);
            figures.put("loansCounted", counted);
            Counting nothing = new Counting();
            begin = System.nanoTime();
            read(loans, new Secrets(store.settings().secrets(), new SecureRandom()), nothing);
            figures.put(
                    "readOnlyLoansPerSecond", nothing.events / ((System.nanoTime() - begin) / 1e9));
            figures.putAll(raw(store, folder, counted, seconds));
        }
        return figures;
    }

    private static Map<String, Object> raw(
            TemporaryFolder store, TemporaryFolder folder, long loans, double seconds) {
        RawWrites raw = new RawWrites(store.settings().store());
        try (TemporaryFolder bare = new TemporaryFolder(folder.path().resolve("bare"))) {
            return RawWriteFigures.of(raw, loans, seconds, raw.sortedFiles(bare.path()));
        }
    }

    private static ImportReport read(Path loans, Secrets secrets, Target target)
            throws IOException {
        Importer importer = new Importer(Kind.LOANS, LIBRARY, COLUMNS, secrets, Clock.systemUTC());
        try (SourceFile file = SourceFile.open(loans)) {
            return importer.run(file, target, Progress.SILENT);
        }
    }

    private static final class Counting implements Target {
        private long events;

        @Override
        public void take(List<LibraryEvent> line) {
            events += line.size();
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
