package org.leeswijzer.engine.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes the neighbours of every title of a table, on several threads; their number does not change the result. */
public final class Training {
    /** So many titles a worker takes at a time: few enough that all end together. */
    private static final int STRIDE = 64;

    private final int minBorrowers;
    private final int threads;

    public Training(int minBorrowers, int threads) {
        this.minBorrowers = minBorrowers;
        this.threads = threads;
    }

    /** Is given every title's row once, by many threads, in no particular order. */
    @FunctionalInterface
    public interface RowSink {
        void row(int title, Row row);
    }

    /** Computes all rows and hands each over as soon as it is done. */
    public void run(LoanTable table, RowSink sink) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> work(table, sink, next)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("training failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** All rows at once, held in memory. */
    public NeighbourTable run(LoanTable table) {
        Row[] rows = new Row[table.titles()];
        run(table, (title, row) -> rows[title] = row);
        return new NeighbourTable(rows);
    }

    private void work(LoanTable table, RowSink sink, AtomicInteger next) {
        CoCounts counts = new CoCounts(table.titles());
        Ranking ranking = new Ranking(minBorrowers);
        for (int from = next.getAndAdd(STRIDE);
                from < table.titles();
                from = next.getAndAdd(STRIDE)) {
            for (int title = from; title < Math.min(from + STRIDE, table.titles()); title++) {
                table.count(title, counts);
                sink.row(title, ranking.rank(title, counts, table));
                counts.clear();
            }
        }
    }
}
