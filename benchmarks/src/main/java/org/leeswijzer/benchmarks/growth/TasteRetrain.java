package org.leeswijzer.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.precompute.MultithreadedBatchItemSimilarities;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItems;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItemsWriter;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Training;

/**
 * A full retrain against Mahout Taste's: the best hundred similar titles of every title by log-likelihood ratio, of the same
 * generated loans, on as many threads, in one process.
 *
 * <pre>{@code
 * java -Xms4g -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.TasteRetrain [loans patrons titles [threads]]
 * }</pre>
 *
 * <p>Both have the loans in memory in the shape they like best, and hand every title's list to something that counts it. Taste
 * knows no floor of shared borrowers; ours is measured with none and with the one it is delivered with. Both are
 * run once before, to be warm; the ratio is that of Taste's run to the middle of our runs around it.
 */
public final class TasteRetrain {
    private static final int SIMILAR = 100;
    private static final int RUNS_EACH_SIDE = 9;
    private static final int[] MIN_BORROWERS = {1, 3};
    private static final int MOST_HOURS = 1;

    private TasteRetrain() {}

    public static void main(String[] arguments) throws IOException {
        LoanGenerator generator =
                arguments.length < 3
                        ? LoanGenerator.MILLION
                        : new LoanGenerator(
                                1,
                                Integer.parseInt(arguments[1]),
                                Integer.parseInt(arguments[2]),
                                Integer.parseInt(arguments[0]));
        int threads =
                arguments.length > 3
                        ? Integer.parseInt(arguments[3])
                        : Runtime.getRuntime().availableProcessors();
        measure(generator, threads, Path.of("benchmarks/results/taste-retrain.json"));
    }

    static void measure(LoanGenerator generator, int threads, Path file) throws IOException {
        LoanTable table = generator.table();
        DataModel model = taste(generator);
        Map<Integer, List<Run>> ours = new LinkedHashMap<>();
        for (int minBorrowers : MIN_BORROWERS) {
            ours.put(minBorrowers, new ArrayList<>());
        }
        ours.forEach((minBorrowers, runs) -> run(table, minBorrowers, threads, new ArrayList<>()));
        run(model, threads);
        ours.forEach((minBorrowers, runs) -> run(table, minBorrowers, threads, runs));
        Run taste = run(model, threads);
        System.out.printf(
                Locale.ROOT,
                "Taste: %.1f s, %d similar titles%n",
                taste.seconds(),
                taste.similarTitles());
        ours.forEach((minBorrowers, runs) -> run(table, minBorrowers, threads, runs));
        ResultFile result =
                new ResultFile(
                                "java -Xms4g -Xmx4g -cp benchmarks/target/benchmarks.jar "
                                        + TasteRetrain.class.getName())
                        .put("generator", generator.toString())
                        .put("loans", table.loans())
                        .put("pairUpdates", table.pairUpdates())
                        .put("threads", threads)
                        .put("taste", taste);
        ours.forEach(
                (minBorrowers, runs) -> {
                    double ratio = taste.seconds() / median(runs);
                    System.out.printf(
                            Locale.ROOT,
                            "ours, minBorrowers %d: %.3f s, %d similar titles; Taste / ours: %.0f%n",
                            minBorrowers,
                            median(runs),
                            runs.get(0).similarTitles(),
                            ratio);
                    result.put("minBorrowers" + minBorrowers, runs)
                            .put("tasteOverMinBorrowers" + minBorrowers, ratio);
                });
        result.write(file);
        System.out.println("written to " + file);
    }

    /**
     * One run.
     *
     * @param similarTitles in the lists of all titles together
     */
    record Run(double seconds, long similarTitles) {}

    private static void run(LoanTable table, int minBorrowers, int threads, List<Run> runs) {
        for (int i = 0; i < RUNS_EACH_SIDE; i++) {
            AtomicLong similar = new AtomicLong();
            long begin = System.nanoTime();
            new Training(minBorrowers, threads)
                    .run(table, (title, row) -> similar.addAndGet(row.size()));
            runs.add(new Run((System.nanoTime() - begin) / 1e9, similar.get()));
        }
    }

    private static Run run(DataModel model, int threads) throws IOException {
        CountingWriter writer = new CountingWriter();
        long begin = System.nanoTime();
        new MultithreadedBatchItemSimilarities(
                        new GenericBooleanPrefItemBasedRecommender(
                                model, new LogLikelihoodSimilarity(model)),
                        SIMILAR)
                .computeItemSimilarities(threads, MOST_HOURS, writer);
        return new Run((System.nanoTime() - begin) / 1e9, writer.similar);
    }

    /** Is called by one thread of Taste's. */
    private static final class CountingWriter implements SimilarItemsWriter {
        private long similar;

        @Override
        public void open() {}

        @Override
        public void add(SimilarItems items) {
            similar += items.numSimilarItems();
        }

        @Override
        public void close() {}
    }

    private static DataModel taste(LoanGenerator generator) {
        FastByIDMap<FastIDSet> titlesByPatron = new FastByIDMap<>();
        generator.generate(
                (patron, title, day) -> {
                    FastIDSet titles = titlesByPatron.get(patron);
                    if (titles == null) {
                        titles = new FastIDSet();
                        titlesByPatron.put(patron, titles);
                    }
                    titles.add(title);
                });
        return new GenericBooleanPrefDataModel(titlesByPatron);
    }

    private static double median(List<Run> runs) {
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        return (seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2;
    }
}
