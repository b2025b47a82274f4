package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.rocksdb.RowComputer;
import org.leeswijzer.engine.rocksdb.StoredNeighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes dirty titles anew, all the time, on threads of its own. */
public final class Refresher implements AutoCloseable {
    /*
     * Every thread takes what was borrowed or asked for before all else, so that such a title waits for one other at most.
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
            Thread thread = new Thread(this::run, "refresh-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void run() {
        RowComputer computer = neighbours.computer();
        while (stopping.getCount() > 0) {
            try {
                if (!neighbours.refresh(dirty::take, computer)) {
                    dirty.await(IDLE_MILLIS);
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
