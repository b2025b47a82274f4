package org.leeswijzer.benchmarks.growth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.StoredModels;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Blend;

/**
 * Seconds to publish a model version and to roll back to it, in a store of 500,000 borrowed titles with 100 neighbours each.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.growth.PublishTime [titles [runs]]
 * }</pre>
 *
 * <p>What is timed is the whole call: the switch, the noting of what is to be refreshed, and the dropping of the version that
 * is kept no longer. Rows are made of random neighbours, since publishing does not look at them. It needs some 4 GiB of disk
 * in the folder for temporary files.
 */
public final class PublishTime {
    private static final Library LIBRARY = new Library("timed");
    private static final List<Scope> SCOPES = List.of(Scope.CONSORTIUM, new Scope(1));
    private static final int TITLES_OF_PATRON = 500;
    private static final int MIN_BORROWERS = 3;
    private static final Instant NOW = Instant.EPOCH;

    private final LoanStore store;
    private final StoredModels models;
    private final int titles;
    private final Random random = new Random(20);

    private PublishTime(LoanStore store, int titles) {
        this.store = store;
        this.titles = titles;
        models = store.models();
    }

    public static void main(String[] arguments) {
        int titles = arguments.length > 0 ? integer(arguments[0]) : 500_000;
        int runs = arguments.length > 1 ? integer(arguments[1]) : 20;
        measure(titles, runs, Path.of("benchmarks/results/publish-time-%d.json".formatted(titles)));
    }

    static void measure(int titles, int runs, Path file) {
        try (TemporaryFolder folder = TemporaryFolder.make();
                LoanStore store =
                        LoanStore.open(
                                folder.path().resolve("store"),
                                new DirtyTitles(),
                                MIN_BORROWERS,
                                Keeping.DEFAULT,
                                false)) {
            new PublishTime(store, titles).measure(runs, file);
        }
    }

    private static int integer(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }

    private void measure(int runs, Path file) {
        borrowAll();
        List<Double> finished = new ArrayList<>();
        for (int version = 1; version <= Keeping.DEFAULT.versions() + 1; version++) {
            finished.add(make(version));
            System.out.printf(
                    Locale.ROOT,
                    "version %d of %d rows: published in %.3f s%n",
                    version,
                    titles * SCOPES.size(),
                    finished.get(finished.size() - 1));
        }
        double[] rolledBack = new double[runs];
        for (int run = 0; run < runs; run++) {
            int kept = models.serving() == 2 ? 3 : 2;
            rolledBack[run] =
                    seconds(() -> models.publish(kept, new Published("timed", NOW, null)));
        }
        Arrays.sort(rolledBack);
        System.out.printf(
                Locale.ROOT,
                "rolled back %d times: median %.3f s, longest %.3f s%n",
                runs,
                rolledBack[runs / 2],
                rolledBack[runs - 1]);
        new ResultFile("java -cp benchmarks/target/benchmarks.jar " + PublishTime.class.getName())
                .put("titles", titles)
                .put("rowsOfVersion", titles * SCOPES.size())
                .put("neighboursOfRow", Row.MOST)
                .put("publishSeconds", finished)
                .put("rollBackSeconds", Arrays.stream(rolledBack).boxed().toList())
                .write(file);
        System.out.println("written to " + file);
    }

    private void borrowAll() {
        for (int patron = 0; patron * TITLES_OF_PATRON < titles; patron++) {
            List<LibraryEvent> loans = new ArrayList<>();
            for (int i = 0; i < TITLES_OF_PATRON; i++) {
                int title = patron * TITLES_OF_PATRON + i;
                loans.add(
                        new LibraryEvent.LoanMade(
                                LIBRARY,
                                new LoanKey(0, title),
                                new PatronKey(0, patron),
                                new Borrowed.OfTitle("t" + title),
                                title));
            }
            store.accept(EventBatch.of(loans), Window.ALL);
        }
    }

    /** Writes all rows of a version, and returns how long it took to publish it. */
    private double make(int version) {
        ModelVersion candidate = ModelVersion.candidate(models.reserve(), NOW, "timed");
        store.candidate().begin(candidate);
        for (int title = 0; title < titles; title++) {
            Row row = row(title);
            int of = title;
            SCOPES.forEach(scope -> store.candidate().put(version, scope, of, row));
        }
        ModelVersion made =
                candidate.made(
                        Duration.ZERO,
                        new Parameters(Blend.DEFAULT, MIN_BORROWERS),
                        new Made(1, titles, 0, titles, titles, 0, null, null),
                        null,
                        Verdict.NONE);
        return seconds(
                () ->
                        store.candidate()
                                .finish(made, models.serving(), new Published("timed", NOW, null)));
    }

    private Row row(int title) {
        int[] neighbours = new int[Row.MOST];
        float[] scores = new float[Row.MOST];
        int[] both = new int[Row.MOST];
        float[] overlaps = new float[Row.MOST];
        for (int i = 0; i < Row.MOST; i++) {
            neighbours[i] = (title + 1 + random.nextInt(titles - 1)) % titles;
            scores[i] = Row.MOST - i;
            both[i] = MIN_BORROWERS;
            overlaps[i] = MIN_BORROWERS;
        }
        return Row.of(neighbours, scores, both, overlaps);
    }

    private static double seconds(Runnable task) {
        long begin = System.nanoTime();
        task.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
