package org.leeswijzer.engine.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Shares numbered pieces of work out over threads that live as long as the work does. */
public final class Workers {
    /** A thread takes at most so many pieces at a time, and fewer than that if there are few: so that all end together. */
    private static final int STRIDE = 64;

    private static final int TURNS = 16;

    private Workers() {}

    /**
     * Does pieces 0 to before {@code count}, and returns when all are done. When it ends in any other way no thread is at
     * work any more either.
     *
     * @param worker makes what does the work, once per thread
     * @throws RuntimeException the first that a worker threw; the others stopped soon after
     * @throws IllegalStateException if this thread was interrupted, which it still is then
     */
    public static void share(int count, int threads, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        int stride = Math.max(1, Math.min(STRIDE, count / (threads * TURNS)));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> work(count, stride, next, worker.get())));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            next.set(count);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            next.set(count);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the work was interrupted", e);
        } finally {
            executor.shutdown();
            awaitAll(executor);
        }
    }

    /* Whoever gives the work up deletes what came of it: nothing may come after that. */
    private static void awaitAll(ExecutorService executor) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void work(int count, int stride, AtomicInteger next, IntConsumer worker) {
        for (int from = take(next, stride, count); from < count; from = take(next, stride, count)) {
            for (int piece = from; piece < Math.min(from + stride, count); piece++) {
                worker.accept(piece);
            }
        }
    }

    /* Never far above the count, however often threads look. */
    private static int take(AtomicInteger next, int stride, int count) {
        return next.getAndUpdate(at -> at >= count ? at : at + stride);
    }
}
