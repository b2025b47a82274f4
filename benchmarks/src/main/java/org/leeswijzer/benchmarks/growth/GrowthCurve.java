package org.leeswijzer.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.growth.LogLogChart.Point;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * How the time of a full retrain grows from 100,000 loans to 30 million, of 30 loans a patron and 60 a title, on all cores:
 * figures, a chart and the slope of the line through the logarithms.
 *
 * <pre>{@code java -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.GrowthCurve [most loans]}</pre>
 *
 * <p>What is timed is what {@link RetrainRun} times. Of each size the best of some runs counts.
 */
public final class GrowthCurve {
    private static final int[] LOANS = {
        100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000
    };
    private static final int LOANS_PER_PATRON = 30;
    private static final int LOANS_PER_TITLE = 60;

    /** Patrons draw titles they have already: so many more are drawn that what is left is no less than asked for. */
    private static final double DRAWN = 1.28;

    private static final int WARM_UP = 30;
    private static final int RUNS = 5;

    private GrowthCurve() {}

    /** One size: how long the table took to make, loans and all, and the best retrain of it. */
    record Size(int patrons, int titles, LoanTable table, double secondsToMake, RetrainRun best) {
        Point point() {
            return new Point(table.loans(), best.seconds());
        }

        Map<String, Object> figures(int threads) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("loans", table.loans());
            figures.put("patrons", patrons);
            figures.put("titles", titles);
            figures.put("pairUpdates", table.pairUpdates());
            figures.put("secondsToMakeLoansAndTable", secondsToMake);
            figures.put("seconds", best.seconds());
            figures.put("processorSeconds", best.processorSeconds());
            figures.put(
                    "millionPairUpdatesPerSecondAndCore",
                    table.pairUpdates() / 1e6 / best.seconds() / threads);
            figures.put("peakHeapMiB", best.peakHeapMiB());
            figures.put("neighbours", best.neighbours());
            return figures;
        }
    }

    public static void main(String[] arguments) throws IOException {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Integer.MAX_VALUE;
        measure(
                IntStream.of(LOANS).filter(loans -> loans <= most).toArray(),
                Path.of("benchmarks/results"));
    }

    static void measure(int[] sizes, Path folder) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        LoanTable small = generator(sizes[0]).table();
        for (int i = 0; i < WARM_UP; i++) {
            RetrainRun.of(small, threads);
        }
        List<Point> points = new ArrayList<>();
        List<Map<String, Object>> figures = new ArrayList<>();
        for (int loans : sizes) {
            Size size = size(loans, threads);
            points.add(size.point());
            figures.add(size.figures(threads));
        }
        LogLogChart chart =
                new LogLogChart("Full retrain of generated loans", "loans", "seconds", points);
        new ResultFile(
                        "java -Xmx4g -cp benchmarks/target/benchmarks.jar "
                                + GrowthCurve.class.getName())
                .put("threads", threads)
                .put("minBorrowers", RetrainRun.MIN_BORROWERS)
                .put("logLogSlope", chart.slope())
                .put("sizes", figures)
                .write(folder.resolve("growth-curve.json"));
        Files.writeString(folder.resolve("growth-curve.svg"), chart.svg());
        System.out.printf(Locale.ROOT, "slope %.2f; written to %s%n", chart.slope(), folder);
    }

    private static Size size(int loans, int threads) {
        LoanGenerator generator = generator(loans);
        long begin = System.nanoTime();
        LoanTable table = generator.table();
        double secondsToMake = (System.nanoTime() - begin) / 1e9;
        List<RetrainRun> runs = new ArrayList<>();
        for (int i = 0; i < (loans > 3_000_000 ? 2 : RUNS); i++) {
            runs.add(RetrainRun.of(table, threads));
        }
        RetrainRun best = RetrainRun.best(runs);
        System.out.printf(
                Locale.ROOT,
                "%,d loans: %.3f s, peak heap %d MiB%n",
                table.loans(),
                best.seconds(),
                best.peakHeapMiB());
        return new Size(generator.patrons(), generator.titles(), table, secondsToMake, best);
    }

    private static LoanGenerator generator(int loans) {
        return new LoanGenerator(
                1, loans / LOANS_PER_PATRON, loans / LOANS_PER_TITLE, (int) (loans * DRAWN));
    }
}
