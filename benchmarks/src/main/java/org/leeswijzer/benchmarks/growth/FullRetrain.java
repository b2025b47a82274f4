package org.leeswijzer.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Training;

/**
 * Seconds, pair updates per second and peak heap of a full retrain on generated loans.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.FullRetrain [loans patrons titles [runs]]
 * }</pre>
 *
 * <p>A pair update is one ordered pair of titles of one patron, counted and weighed. What is timed is all of it: counting,
 * scoring and ranking every title; not the making of the loans, nor the writing of the rows.
 */
public final class FullRetrain {
    private static final int MIN_BORROWERS = 3;

    private FullRetrain() {}

    /** One run. */
    record Run(
            double seconds,
            double millionPairUpdatesPerSecond,
            long peakHeapMiB,
            long neighbours) {}

    public static void main(String[] arguments) {
        LoanGenerator generator =
                arguments.length < 3
                        ? LoanGenerator.MILLION
                        : new LoanGenerator(
                                1,
                                integer(arguments[1]),
                                integer(arguments[2]),
                                integer(arguments[0]));
        int runs = arguments.length > 3 ? integer(arguments[3]) : 10;
        measure(
                generator,
                runs,
                Path.of("benchmarks/results/full-retrain-%d.json".formatted(generator.loans())));
    }

    private static int integer(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }

    static void measure(LoanGenerator generator, int runs, Path file) {
        LoanTable table = generator.table();
        int threads = Runtime.getRuntime().availableProcessors();
        List<Run> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = run(table, threads);
            measured.add(run);
            System.out.printf(
                    Locale.ROOT,
                    "run %d: %.3f s, %.1f M pair updates/s, peak heap %d MiB%n",
                    i + 1,
                    run.seconds(),
                    run.millionPairUpdatesPerSecond(),
                    run.peakHeapMiB());
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("generator", generator.toString());
        set.put("loans", table.loans());
        set.put("pairUpdates", table.pairUpdates());
        new ResultFile("java -cp benchmarks/target/benchmarks.jar " + FullRetrain.class.getName())
                .put("set", set)
                .put("minBorrowers", MIN_BORROWERS)
                .put("threads", threads)
                .put("runs", measured.stream().map(FullRetrain::figures).toList())
                .write(file);
        System.out.println("written to " + file);
    }

    private static Run run(LoanTable table, int threads) {
        List<MemoryPoolMXBean> pools =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        AtomicLong neighbours = new AtomicLong();
        long begin = System.nanoTime();
        new Training(MIN_BORROWERS, threads)
                .run(table, (title, row) -> neighbours.addAndGet(row.size()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Run(seconds, table.pairUpdates() / 1e6 / seconds, peak >> 20, neighbours.get());
    }

    private static Map<String, Object> figures(Run run) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", run.seconds());
        figures.put("millionPairUpdatesPerSecond", run.millionPairUpdatesPerSecond());
        figures.put("peakHeapMiB", run.peakHeapMiB());
        figures.put("neighbours", run.neighbours());
        return figures;
    }
}
