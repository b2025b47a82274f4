package org.leeswijzer.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Stores a batch on a thread of its own while the next is read and decoded. Batches are stored in the order in which they are
 * handed over, and none before it is known that the one before is safe. For one thread.
 */
public final class Storing implements AutoCloseable {
    private final ExecutorService thread;
    private @Nullable Future<?> pending;

    /** Starts that thread with the first batch. */
    public Storing(String threadName) {
        thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread made = new Thread(task, threadName);
                            made.setDaemon(true);
                            return made;
                        });
    }

    /** Hands a batch over, when the one before is stored; throws why that is not, if it is not. */
    public void submit(Runnable batch) {
        await();
        pending = thread.submit(batch);
    }

    /** Waits until nothing is left to be stored; throws why the last batch is not, if it is not. */
    public void await() {
        Future<?> last = pending;
        if (last == null) {
            return;
        }
        try {
            last.get();
            pending = null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Waits for a batch that is being stored; what became of it the store says next time. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean unused = thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
