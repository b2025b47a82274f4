package org.leeswijzer.ingest;

import java.time.Instant;
import org.leeswijzer.engine.loan.LogPartition;

/**
 * Offsets that the log no longer had when we came to them: their records were deleted before we read them.
 *
 * @param from the first of them
 * @param to the first that is there again
 * @param noticed when we came to them
 */
public record LostRange(LogPartition partition, long from, long to, Instant noticed) {
    /** @throws IllegalArgumentException if there is nothing in it */
    public LostRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "range is %d to %d: give a first offset and a later end".formatted(from, to));
        }
    }

    /** How many records there were at most; marks of transactions have offsets too. */
    public long offsets() {
        return to - from;
    }

    /** Such as {@code leeswijzer.loans-0 offsets 3 to 7}, both lost. */
    @Override
    public String toString() {
        return "%s-%d offsets %d to %d"
                .formatted(partition.topic(), partition.partition(), from, to - 1);
    }
}
