package org.leeswijzer.ingest;

import java.time.Instant;
import java.util.List;
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
 * @param readAnew partitions that were read again from their first offset, because the topic was made anew or went back
 * @param lost what was deleted before it was read
 * @param replays that were asked for
 * @param lastRecord when the newest record that was read came into the log; null before the first
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
        long readAnew,
        Lost lost,
        long replays,
        @Nullable Instant lastRecord,
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
        /** Trying again, but the broker lets us not in, or a setting is wrong: {@link #lastError} names what to put right. */
        REFUSED,
        /** Closed. */
        STOPPED
    }

    /** So many ranges are told one by one. */
    static final int LOST_SHOWN = 20;

    /**
     * What the log no longer had when we came to it.
     *
     * @param ranges how often
     * @param records how many at most
     * @param last the last few ranges
     */
    public record Lost(long ranges, long records, List<LostRange> last) {
        public Lost {
            last = List.copyOf(last);
        }
    }

    public ConsumerStatus {
        ignored = Map.copyOf(ignored);
        lag = Map.copyOf(lag);
    }

    /** Whether it waits for the sink. */
    public boolean paused() {
        return state == State.PAUSED;
    }

    /** Whether reading does not go on. */
    public boolean failing() {
        return state == State.FAILING || state == State.REFUSED;
    }

    /** The lag of all partitions together. */
    public long totalLag() {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }
}
