package org.leeswijzer.engine.model;

import it.unimi.dsi.fastutil.ints.IntList;
import java.util.concurrent.atomic.AtomicInteger;
import org.leeswijzer.engine.rocksdb.RowComputer;
import org.leeswijzer.engine.rocksdb.StoredNeighbours;
import org.leeswijzer.engine.similarity.Workers;

/** Computes every borrowed title of the serving version anew, so that all see the same totals. */
public final class Sweep {
    private final StoredNeighbours neighbours;
    private final int threads;

    public Sweep(StoredNeighbours neighbours, int threads) {
        this.neighbours = neighbours;
        this.threads = threads;
    }

    /** Returns when every title has had its turn; what changes meanwhile may be dirty again. */
    public synchronized void run(Progress progress) {
        IntList titles = neighbours.borrowed();
        AtomicInteger done = new AtomicInteger();
        Workers.share(
                titles.size(),
                threads,
                () -> {
                    RowComputer computer = neighbours.computer();
                    return at -> {
                        neighbours.refresh(titles.getInt(at), computer);
                        progress.at("sweeping", done.incrementAndGet(), titles.size());
                    };
                });
    }
}
