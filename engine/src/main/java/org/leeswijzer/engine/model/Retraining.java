package org.leeswijzer.engine.model;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.leeswijzer.engine.rocksdb.ScopeTable;
import org.leeswijzer.engine.rocksdb.StoredNeighbours;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Blend;

/** Computes a whole new model version from all loans, while the one before serves and is refreshed. */
public final class Retraining {
    private final StoredNeighbours neighbours;
    private final int minBorrowers;
    private final int threads;
    private final Clock clock;

    public Retraining(StoredNeighbours neighbours, int minBorrowers, int threads, Clock clock) {
        this.neighbours = neighbours;
        this.minBorrowers = minBorrowers;
        this.threads = threads;
        this.clock = clock;
    }

    /** Chooses a blend by the loans that the model is made of. */
    @FunctionalInterface
    public interface Tuning {
        Blend tune(List<ScopeTable> loans);
    }

    /** Retrains, tunes and publishes; one at a time. */
    public synchronized void run(Tuning tuning, Progress progress) {
        Instant began = clock.instant();
        int version = neighbours.begin();
        try {
            progress.at("reading", 0, 0);
            List<ScopeTable> tables = neighbours.tables();
            progress.at("tuning", 0, 0);
            Blend blend = tuning.tune(tables);
            train(version, tables, progress);
            progress.at("publishing", 0, 0);
            neighbours.publish(version, began, blend);
        } catch (RuntimeException e) {
            neighbours.abandon(version);
            throw e;
        }
    }

    private void train(int version, List<ScopeTable> tables, Progress progress) {
        Training training = new Training(minBorrowers, threads);
        long total = tables.stream().mapToLong(table -> table.loans().titles()).sum();
        AtomicLong done = new AtomicLong();
        for (ScopeTable table : tables) {
            training.run(
                    table.loans(),
                    (title, row) -> {
                        table.scopes().forEach(scope -> neighbours.put(version, scope, title, row));
                        progress.at("scoring", done.incrementAndGet(), total);
                    });
        }
    }
}
