package org.leeswijzer.engine.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.ScopeTable;
import org.leeswijzer.engine.rocksdb.StoredCandidate;
import org.leeswijzer.engine.rocksdb.StoredModels;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Blend;

/** Makes a whole new model version from all loans, while the one before serves and is refreshed. */
public final class Retraining {
    private static final LoanTable NO_LOANS = new LoanTable.Builder().build(0);

    private final LoanStore store;
    private final Runnable catalogue;
    private final StoredModels models;
    private final StoredCandidate making;
    private final Appraisal appraisal;
    private final Gate gate;
    private final int minBorrowers;
    private final int threads;
    private final Clock clock;

    /** @param catalogue takes in all changes of the catalogue before it returns */
    public Retraining(
            LoanStore store,
            Runnable catalogue,
            Appraisal appraisal,
            GateLimits limits,
            int minBorrowers,
            int threads,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.appraisal = appraisal;
        this.minBorrowers = minBorrowers;
        this.threads = threads;
        this.clock = clock;
        models = store.models();
        making = store.candidate();
        gate = new Gate(limits);
    }

    /** What came out of the loans, and what of it was counted. */
    private record Trained(int covered, long neighbours) {}

    /**
     * Tunes, judges, trains and asks the gate; one at a time.
     *
     * @param number that the version is to have, from {@link StoredModels#reserve}
     * @param lastMoment is run when nothing is left but to finish; what it throws gives the version up
     * @return the version, serving or withheld
     */
    public synchronized ModelVersion run(
            int number, RetrainOrder order, Progress progress, Runnable lastMoment) {
        Instant began = clock.instant();
        ModelVersion candidate = ModelVersion.candidate(number, began, order.by());
        making.begin(candidate);
        boolean finished = false;
        try {
            int comparedWith = models.serving();
            ModelVersion made = make(candidate, order, comparedWith, progress);
            progress.at("publishing", 0, 0);
            lastMoment.run();
            Published published = new Published(order.by(), clock.instant(), order.reason());
            ModelVersion version = making.finish(made, comparedWith, published);
            finished = true;
            return version;
        } finally {
            if (!finished) {
                making.abandon(number);
            }
        }
    }

    private ModelVersion make(
            ModelVersion candidate, RetrainOrder order, int comparedWith, Progress progress) {
        progress.at("cataloguing", 0, 0);
        catalogue.run();
        progress.at("reading", 0, 0);
        List<ScopeTable> tables = store.tables();
        LoanTable widest = tables.isEmpty() ? NO_LOANS : tables.get(0).loans();
        Blend serving = comparedWith == 0 ? null : store.neighbours().blend();
        Appraisal.Result tried = appraisal.run(widest, serving, progress);
        Trained trained = train(candidate.number(), tables, progress);
        Made made = made(tables, widest, trained);
        Verdict verdict =
                gate.judge(
                        made,
                        tried.judged(),
                        serving(comparedWith),
                        new Gate.Store(store.loans(), store.parked(), order.unread()));
        return candidate.made(
                Duration.between(candidate.began(), clock.instant()),
                new Parameters(tried.blend(), minBorrowers),
                made,
                tried.judged(),
                verdict);
    }

    private Trained train(int version, List<ScopeTable> tables, Progress progress) {
        Training training = new Training(minBorrowers, threads);
        Rows rows = new Rows(version, tables, progress);
        for (ScopeTable table : tables) {
            training.run(table.loans(), rows.of(table));
        }
        return rows.trained();
    }

    /** Stores rows as they are made, and tells how many there are. */
    private final class Rows {
        private final int version;
        private final Progress progress;
        private final long pairs;
        private final long titles;
        private final AtomicLong pairsCounted = new AtomicLong();
        private final AtomicLong titlesScored = new AtomicLong();
        private final AtomicInteger covered = new AtomicInteger();
        private final AtomicLong neighbours = new AtomicLong();

        Rows(int version, List<ScopeTable> tables, Progress progress) {
            this.version = version;
            this.progress = progress;
            pairs = tables.stream().mapToLong(table -> table.loans().pairUpdates()).sum();
            titles = tables.stream().mapToLong(table -> table.loans().titles()).sum();
        }

        Training.RowSink of(ScopeTable table) {
            boolean isWidest = table.scopes().contains(Scope.CONSORTIUM);
            return new Training.RowSink() {
                @Override
                public void counted(int title) {
                    long done = pairsCounted.addAndGet(table.loans().pairUpdates(title));
                    progress.at(Job.COUNTING, done, pairs);
                }

                @Override
                public void row(int title, Row row) {
                    table.scopes().forEach(scope -> making.put(version, scope, title, row));
                    neighbours.addAndGet((long) row.size() * table.scopes().size());
                    if (isWidest && !row.isEmpty()) {
                        covered.incrementAndGet();
                    }
                    progress.at("scoring", titlesScored.incrementAndGet(), titles);
                }
            };
        }

        Trained trained() {
            return new Trained(covered.get(), neighbours.get());
        }
    }

    private static Made made(List<ScopeTable> tables, LoanTable widest, Trained trained) {
        int titles = 0;
        for (int title = 0; title < widest.titles(); title++) {
            titles += widest.borrowers(title) > 0 ? 1 : 0;
        }
        IntSummaryStatistics days = new IntSummaryStatistics();
        for (int patron = 0; patron < widest.patrons(); patron++) {
            widest.forEach(patron, (title, day) -> days.accept(day));
        }
        return new Made(
                // Of several libraries the first table is that of all together.
                tables.size() > 1 ? tables.size() - 1 : tables.size(),
                titles,
                widest.patrons(),
                widest.loans(),
                trained.covered(),
                trained.neighbours(),
                days.getCount() == 0 ? null : LocalDate.ofEpochDay(days.getMin()),
                days.getCount() == 0 ? null : LocalDate.ofEpochDay(days.getMax()));
    }

    /** As it stands: loans that were erased since it was made are missed by nobody. */
    private Gate.@Nullable Serving serving(int number) {
        if (number == 0) {
            return null;
        }
        int[] covered = new int[1];
        models.forEach(
                number,
                Scope.CONSORTIUM,
                (scope, title, row) -> {
                    covered[0] += row.isEmpty() ? 0 : 1;
                    return true;
                });
        Made made = models.find(number).made();
        return new Gate.Serving(number, made == null ? 0 : made.loans(), covered[0]);
    }
}
