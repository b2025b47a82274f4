package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.rocksdb.RowComputer;
import org.leeswijzer.engine.rocksdb.StoredNeighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes dirty titles anew, all the time, on threads of its own. */
public final class Refresher implements AutoCloseable {
    /*
     * Where loans never cease the background never comes to an end. Of several threads the first therefore takes only what
     * was borrowed or asked for: that waits for nobody else's title, and a processor is left to those who read and answer.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final long IDLE_MILLIS = 1000;

    private final DirtyTitles dirty;
    private final StoredNeighbours neighbours;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    public Refresher(DirtyTitles dirty, StoredNeighbours neighbours) {
        this.dirty = dirty;
        this.neighbours = neighbours;
    }

    /** Starts so many threads. */
    public void start(int count) {
        for (int i = 1; i <= count; i++) {
            boolean urgentOnly = i == 1 && count > 1;
            Thread thread = new Thread(() -> run(urgentOnly), "refresh-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void run(boolean urgentOnly) {
        RowComputer computer = neighbours.computer();
        Supplier<OptionalInt> next = urgentOnly ? dirty::takeUrgent : dirty::take;
        while (stopping.getCount() > 0) {
            try {
                if (!neighbours.refresh(next, computer)) {
                    await(urgentOnly);
                }
            } catch (InterruptedException e) {
                return;
            } catch (StoreException e) {
                LOG.error("A title's neighbours could not be computed, and will be tried again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void await(boolean urgentOnly) throws InterruptedException {
        if (urgentOnly) {
            dirty.awaitUrgent(IDLE_MILLIS);
        } else {
            dirty.await(IDLE_MILLIS);
        }
    }

    /** Waits a while; returns whether to go on. */
    private boolean pause() {
        try {
            return !stopping.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Stops after the titles at hand. */
    @Override
    public void close() {
        stopping.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
