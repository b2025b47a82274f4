package org.leeswijzer.ingest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/** Where the reading thread writes how it goes, and others read it. Safe for use by many threads. */
final class StatusBoard {
    private State state = State.STARTING;
    private long recordsRead;
    private Receipt receipt = new Receipt(Map.of());
    private final Map<Cause, Long> ignored = new EnumMap<>(Cause.class);
    private long deadLetters;
    private long isbnsLeftOut;
    private long readAnew;
    private long lostRanges;
    private long lostRecords;
    private final Deque<LostRange> lastLost = new ArrayDeque<>();
    private long replays;
    private @Nullable Instant lastRecord;
    private Map<LogPartition, Long> lag = Map.of();
    private @Nullable String lastError;
    private long asked;
    private long answered;

    synchronized ConsumerStatus snapshot() {
        return new ConsumerStatus(
                state,
                recordsRead,
                receipt,
                ignored,
                deadLetters,
                isbnsLeftOut,
                readAnew,
                new ConsumerStatus.Lost(lostRanges, lostRecords, List.copyOf(lastLost)),
                replays,
                lastRecord,
                lag,
                lastError);
    }

    synchronized void enter(State next) {
        state = next;
        notifyAll();
    }

    /** @param isRefused whether trying again will not help until somebody puts something right */
    synchronized void failed(String error, boolean isRefused) {
        state = isRefused ? State.REFUSED : State.FAILING;
        lastError = error;
        notifyAll();
    }

    synchronized void stored(PolledBatch batch, Receipt outcome) {
        recordsRead += batch.records();
        receipt = receipt.plus(outcome);
        batch.ignored().forEach((cause, count) -> ignored.merge(cause, count, Long::sum));
        deadLetters += batch.deadLetters();
        isbnsLeftOut += batch.isbnsLeftOut();
        Instant newest = batch.newest();
        if (newest != null && (lastRecord == null || newest.isAfter(lastRecord))) {
            lastRecord = newest;
        }
    }

    synchronized void readAnew() {
        readAnew++;
    }

    synchronized void lost(LostRange range) {
        lostRanges++;
        lostRecords += range.offsets();
        lastLost.addLast(range);
        if (lastLost.size() > ConsumerStatus.LOST_SHOWN) {
            lastLost.removeFirst();
        }
    }

    synchronized void replayed() {
        replays++;
    }

    /** How many records of the partition were not yet read when it was last measured. */
    synchronized long unread(LogPartition partition) {
        return lag.getOrDefault(partition, 0L);
    }

    /** The number of the last who asked for a measuring. */
    synchronized long asked() {
        return asked;
    }

    /** What was measured, for all who had asked before it began. */
    synchronized void measured(Map<LogPartition, Long> newLag, long askedBefore) {
        lag = Map.copyOf(newLag);
        answered = askedBefore;
        notifyAll();
    }

    /** Asks for a measuring, and waits for one that finds nothing left to read; false if time ran out first. */
    synchronized boolean awaitNoLag(long timeoutMillis) throws InterruptedException {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
        asked++;
        long mine = asked;
        while (answered < mine || lag.values().stream().anyMatch(behind -> behind > 0)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || state == State.STOPPED) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
