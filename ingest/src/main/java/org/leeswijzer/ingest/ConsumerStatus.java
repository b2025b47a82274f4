package org.leeswijzer.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/**
 * How reading goes, for health and metrics. Counts are since the consumer was made.
 *
 * @param state what it is doing
 * @param recordsRead that are stored, ignored or dead-lettered by now
 * @param receipt what became of the events that were stored
 * @param ignored records that say nothing to us, by cause
 * @param deadLetters records that could not be read
 * @param isbnsLeftOut ISBNs of stored titles that are none
 * @param offsetsLost how often a partition no longer held the offset to go on from, and was read anew from its first
 * @param lag per partition, how many offsets lie between {@code nextOffset} and its end, as last measured; empty until the
 *     first measuring
 * @param lastError why it last failed; null if it never did
 */
public record ConsumerStatus(
        State state,
        long recordsRead,
        Receipt receipt,
        Map<Cause, Long> ignored,
        long deadLetters,
        long isbnsLeftOut,
        long offsetsLost,
        Map<LogPartition, Long> lag,
        @Nullable String lastError) {

    /** What the consumer is doing. */
    public enum State {
        /** Not started, or not yet in touch with the broker. */
        STARTING,
        /** Reading, or waiting for records. */
        READING,
        /** In touch, and waiting until the sink has worked off what it has. */
        PAUSED,
        /** Trying again, because the broker or the store failed; {@link #lastError} says why. */
        FAILING,
        /** Closed. */
        STOPPED
    }

    public ConsumerStatus {
        ignored = Map.copyOf(ignored);
        lag = Map.copyOf(lag);
    }

    /** Whether it waits for the sink. */
    public boolean paused() {
        return state == State.PAUSED;
    }

    /** The lag of all partitions together. */
    public long totalLag() {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }
}
