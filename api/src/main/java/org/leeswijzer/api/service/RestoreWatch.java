package org.leeswijzer.api.service;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.backup.Restored;
import org.leeswijzer.engine.rocksdb.StoreBackups;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.ReplayOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store that was restored from being served until all that came into the event log since the backup is read, since
 * erasures are among it. Safe for use by many threads.
 *
 * <p>The log is first read to the end that it had. Then all but FOLIO's loans is read again from a day before the backup was
 * made: FOLIO tells of erased users on another topic, which may have been read before loans of theirs that came earlier.
 */
public final class RestoreWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreWatch.class);

    private static final Duration LOOK = Duration.ofSeconds(10);

    /** Clocks differ, and a record may be older than the moment at which it came. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final StoreBackups backups;
    private volatile @Nullable Restored waiting;
    private @Nullable Thread thread;

    RestoreWatch(StoreBackups backups) {
        this.backups = backups;
        waiting = backups.restored().orElse(null);
    }

    /** What is waited for before anything may be served; empty if nothing is. */
    public Optional<Restored> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** What whoever is not served is told, and what can be done. */
    public static String why(Restored restored) {
        return restored.hasGaps()
                ? "restored from a backup of %s, and records that came since are lost: nobody can tell who was erased. Erase them again, then restore with --serve-at-once"
                        .formatted(restored.made())
                : "restored from a backup of %s: nothing is served until the event log is read, where erasures since stand"
                        .formatted(restored.made());
    }

    /** Begins to wait, on a thread of its own, if there is anything to wait for. */
    synchronized void start(LoanConsumer consumer) {
        Restored restored = waiting;
        if (restored == null) {
            return;
        }
        LOG.warn("The store was {}", why(restored));
        thread = new Thread(() -> run(consumer, restored), "restore-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(LoanConsumer consumer, Restored restored) {
        try {
            awaitCaughtUp(consumer);
            replay(consumer, restored);
            awaitCaughtUp(consumer);
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "Nothing is served: whether erasures since the backup are read cannot be told. Start the service again",
                    e);
        }
    }

    private static void awaitCaughtUp(LoanConsumer consumer) throws InterruptedException {
        while (!consumer.awaitCaughtUp(LOOK)) {
            LOG.info("{} records are still to be read", consumer.status().totalLag());
        }
    }

    private static void replay(LoanConsumer consumer, Restored restored)
            throws InterruptedException {
        boolean done = false;
        while (!done) {
            try {
                var unused =
                        consumer.replay(new ReplayOrder.FromTime(restored.made().minus(MARGIN)));
                done = true;
            } catch (IllegalStateException e) {
                LOG.info("waiting for the event log: {}", e.getMessage());
            }
        }
    }

    private void end() {
        Restored now = backups.restored().orElse(null);
        if (now != null && now.hasGaps()) {
            waiting = now;
            LOG.error("The store was {}", why(now));
            return;
        }
        backups.caughtUp();
        waiting = null;
        LOG.info("All that came since the backup is read, erasures too: suggestions are served");
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
