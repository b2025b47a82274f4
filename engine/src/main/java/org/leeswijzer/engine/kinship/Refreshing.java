package org.leeswijzer.engine.kinship;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that is done again after every request for it, but never twice at a time: however many requests come while it
 * waits or runs, it is done once more. Safe for use by many threads.
 */
final class Refreshing {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

    private final String name;
    private final Executor executor;
    private final Runnable task;
    private final AtomicInteger requests = new AtomicInteger();

    /** @param name for the log */
    Refreshing(String name, Executor executor, Runnable task) {
        this.name = name;
        this.executor = executor;
        this.task = task;
    }

    /** Has the task done once from its beginning after this call. */
    void request() {
        if (requests.getAndIncrement() == 0) {
            submit();
        }
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not refreshed any more: its executor was shut down", name);
        }
    }

    private void run() {
        int answered = requests.get();
        try {
            task.run();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.debug("{} is not refreshed any more: its executor is shut down", name);
                return;
            }
            LOG.error(
                    "{} was not refreshed; the next change of the catalogue tries again", name, e);
        }
        if (requests.addAndGet(-answered) > 0) {
            submit();
        }
    }
}
