package org.leeswijzer.benchmarks.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * Seconds, pair updates per second and core, and peak heap of a warm full retrain on generated loans, on one thread and on
 * as many as there are cores.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.FullRetrain [loans patrons titles [runs]]
 * }</pre>
 *
 * <p>A pair update is one ordered pair of titles of one patron, counted and weighed: what a multiplication of the loans with
 * themselves adds up beside the diagonal. A retrain does the two orders of a pair with one addition; the result file has
 * both numbers. Rates are by the clock, for each core in use; next to them is the rate for each second that a processor
 * worked for this process, collecting rubbish and compiling included, which says what a core does that others want too.
 */
public final class FullRetrain {
    private static final int WARM_UP = 15;

    private FullRetrain() {}

    public static void main(String[] arguments) {
        LoanGenerator generator =
                arguments.length < 3
                        ? LoanGenerator.MILLION
                        : new LoanGenerator(
                                1,
                                integer(arguments[1]),
                                integer(arguments[2]),
                                integer(arguments[0]));
        int runs = arguments.length > 3 ? integer(arguments[3]) : 15;
        measure(
                generator,
                runs,
                Path.of("benchmarks/results/full-retrain-%d.json".formatted(generator.loans())));
    }

    private static int integer(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }

    static void measure(LoanGenerator generator, int runs, Path file) {
        long begin = System.nanoTime();
        LoanTable table = generator.table();
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("generator", generator.toString());
        set.put("secondsToMakeLoansAndTable", (System.nanoTime() - begin) / 1e9);
        set.put("loans", table.loans());
        set.put("pairUpdates", table.pairUpdates());
        set.put("additions", table.pairUpdates() / 2);
        for (int i = 0; i < WARM_UP; i++) {
            RetrainRun.of(table, 1);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        new ResultFile("java -cp benchmarks/target/benchmarks.jar " + FullRetrain.class.getName())
                .put("set", set)
                .put("minBorrowers", RetrainRun.MIN_BORROWERS)
                .put("oneThread", figures(table, 1, runs))
                .put("allCores", figures(table, cores, runs))
                .write(file);
        System.out.println("written to " + file);
    }

    private static Map<String, Object> figures(LoanTable table, int threads, int runs) {
        List<RetrainRun> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            measured.add(RetrainRun.of(table, threads));
        }
        double worked = measured.stream().mapToDouble(RetrainRun::processorSeconds).sum() / runs;
        double updates = table.pairUpdates() / 1e6;
        double best = updates / RetrainRun.best(measured).seconds() / threads;
        double median = updates / RetrainRun.median(measured).seconds() / threads;
        System.out.printf(
                Locale.ROOT,
                "threads %d: best %.3f s; M pair updates/s and core: best %.1f, median %.1f, by processor time %.1f%n",
                threads,
                RetrainRun.best(measured).seconds(),
                best,
                median,
                updates / worked);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", threads);
        figures.put("bestMillionPairUpdatesPerSecondAndCore", best);
        figures.put("medianMillionPairUpdatesPerSecondAndCore", median);
        figures.put("millionPairUpdatesPerProcessorSecond", updates / worked);
        figures.put("processorSecondsPerRun", worked);
        figures.put("runs", measured);
        return figures;
    }
}
