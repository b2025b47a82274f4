package org.leeswijzer.benchmarks.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.jsonl.JsonlWriter;

/**
 * Writes generated loans, and the titles they are of, as neutral JSON Lines, to import them like a library's own.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.generate.GenerateLoans --loans 1_000_000 FOLDER
 * }</pre>
 *
 * <p>Patrons are {@code p0}, {@code p1} and so on, titles {@code t0}, {@code t1}: nobody's numbers. Loans come patron by
 * patron. Files that are there are written over.
 */
public final class GenerateLoans {
    private static final int BUFFER = 1 << 16;

    private GenerateLoans() {}

    public static void main(String[] arguments) throws IOException {
        GenerateOptions options;
        try {
            options = GenerateOptions.parse(List.of(arguments), LocalDate.now(ZoneOffset.UTC));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + GenerateOptions.USAGE);
            System.exit(2);
            return;
        }
        int titles = writeTitles(options);
        System.out.printf("%d titles in %s%n", titles, options.titles());
        long loans = writeLoans(options);
        System.out.printf("%d loans in %s%n", loans, options.loans());
    }

    /** Writes the titles; returns how many. */
    static int writeTitles(GenerateOptions options) throws IOException {
        GeneratedTitles titles = new GeneratedTitles(options.generator());
        int count = options.generator().titles();
        try (OutputStream out = open(options.titles())) {
            for (int title = 0; title < count; title++) {
                out.write(
                        JsonlWriter.write(
                                List.of(new TitleSeen(titles.record(options.library(), title)))));
                out.write('\n');
            }
        }
        return count;
    }

    /** Writes the loans; returns how many. */
    static long writeLoans(GenerateOptions options) throws IOException {
        long[] written = {0};
        try (OutputStream out = open(options.loans())) {
            options.generator()
                    .generate(
                            (patron, title, day) ->
                                    write(
                                            out,
                                            line(
                                                    options.library(),
                                                    options.until(),
                                                    written[0]++,
                                                    patron,
                                                    title,
                                                    day)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written[0];
    }

    /**
     * A line of the neutral format.
     *
     * @param until the day that {@link LoanGenerator#LAST_DAY} stands for
     * @param loan told apart by its number
     */
    public static byte[] line(
            Library library, LocalDate until, long loan, int patron, int title, int day) {
        ObjectNode line = Json.object();
        line.put("library", library.code());
        line.put("loanId", "l" + loan);
        line.put("patron", "p" + patron);
        line.put("title", GeneratedTitles.id(title));
        line.put("loanedAt", until.minusDays(LoanGenerator.LAST_DAY - (long) day).toString());
        return Json.bytes(line);
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        OutputStream raw = Files.newOutputStream(file);
        return new BufferedOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(raw, BUFFER) : raw, BUFFER);
    }
}
