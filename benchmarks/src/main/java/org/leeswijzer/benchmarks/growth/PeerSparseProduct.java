package org.leeswijzer.benchmarks.growth;

import java.io.IOException;
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
 * A full retrain against a sparse product in C++: scipy's {@code A.T @ A} of the same loans, which counts the patrons that
 * titles share, without days, floor, score or ranking.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.PeerSparseProduct [python [rounds]]
 * }</pre>
 *
 * <p>Every round has one product of each number type and one retrain on one thread and on all cores, so that whatever else
 * the machine does meets all alike. scipy's product runs on one thread: the retrain on one thread is its equal. The faster
 * of two ways counts for scipy: transposing included, as {@code A.T @ A} says, or done before. Needs Python with scipy;
 * where there is none it says how to get it and measures nothing.
 */
public final class PeerSparseProduct {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int WARM_UP = 15;

    private PeerSparseProduct() {}

    public static void main(String[] arguments) throws IOException {
        String python = arguments.length > 0 ? arguments[0] : PYTHON;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        if (!SparseProduct.runs(python)) {
            System.out.println(
                    python
                            + " has no scipy, so there is nothing to measure against: run \"apt-get install"
                            + " python3-scipy\" or give another Python");
            return;
        }
        measure(
                LoanGenerator.MILLION,
                python,
                rounds,
                Path.of("benchmarks/results/peer-sparse-product.json"));
    }

    static void measure(LoanGenerator generator, String python, int rounds, Path file)
            throws IOException {
        LoanTable table = generator.table();
        int cores = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < WARM_UP; i++) {
            RetrainRun.of(table, 1);
        }
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        List<RetrainRun> oneThread = new ArrayList<>();
        List<RetrainRun> allCores = new ArrayList<>();
        Map<String, Object> about;
        try (SparseProduct scipy = SparseProduct.start(python, table)) {
            about = scipy.about();
            for (int i = 0; i < rounds; i++) {
                scipy.multiply()
                        .forEach(
                                (way, time) ->
                                        seconds.computeIfAbsent(way, name -> new ArrayList<>())
                                                .add(time));
                oneThread.add(RetrainRun.of(table, 1));
                allCores.add(RetrainRun.of(table, cores));
            }
        }
        double best = seconds.values().stream().mapToDouble(Figures::best).min().orElseThrow();
        double median = seconds.values().stream().mapToDouble(Figures::median).min().orElseThrow();
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("oneThreadBest", best / RetrainRun.best(oneThread).seconds());
        ratios.put("oneThreadMedian", median / RetrainRun.median(oneThread).seconds());
        ratios.put("allCoresBest", best / RetrainRun.best(allCores).seconds());
        ratios.put("allCoresMedian", median / RetrainRun.median(allCores).seconds());
        ratios.forEach(
                (name, ratio) ->
                        System.out.printf(Locale.ROOT, "scipy / ours, %s: %.2f%n", name, ratio));
        new ResultFile(
                        "java -cp benchmarks/target/benchmarks.jar "
                                + PeerSparseProduct.class.getName())
                .put("generator", generator.toString())
                .put("loans", table.loans())
                .put("pairUpdates", table.pairUpdates())
                .put("minBorrowers", RetrainRun.MIN_BORROWERS)
                .put("scipy", about)
                .put("scipySeconds", seconds)
                .put("oursOneThread", oneThread)
                .put("cores", cores)
                .put("oursAllCores", allCores)
                .put("scipyOverOurs", ratios)
                .write(file);
        System.out.println("written to " + file);
    }

    /** Of seconds measured over and over. */
    private static final class Figures {
        static double best(List<Double> seconds) {
            return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        static double median(List<Double> seconds) {
            return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
        }
    }
}
