package org.leeswijzer.ingest;

import java.util.EnumMap;
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
    private long offsetsLost;
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
                offsetsLost,
                lag,
                lastError);
    }

    synchronized void enter(State next) {
        state = next;
        notifyAll();
    }

    synchronized void failed(String error) {
        state = State.FAILING;
        lastError = error;
        notifyAll();
    }

    synchronized void stored(PolledBatch batch, Receipt outcome) {
        recordsRead += batch.records();
        receipt = receipt.plus(outcome);
        batch.ignored().forEach((cause, count) -> ignored.merge(cause, count, Long::sum));
        deadLetters += batch.deadLetters();
        isbnsLeftOut += batch.isbnsLeftOut();
    }

    synchronized void offsetLost() {
        offsetsLost++;
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
