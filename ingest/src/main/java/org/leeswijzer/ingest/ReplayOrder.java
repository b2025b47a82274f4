package org.leeswijzer.ingest;

import java.time.Instant;
import java.util.Map;
import org.leeswijzer.engine.loan.LogPartition;

/** From where the log is to be read again. */
public sealed interface ReplayOrder {

    /**
     * From an offset of each of these partitions; others are left alone.
     *
     * @param offsets at least one, none below 0
     */
    record FromOffsets(Map<LogPartition, Long> offsets) implements ReplayOrder {
        /** @throws IllegalArgumentException if there is none, or one below 0 */
        public FromOffsets {
            offsets = Map.copyOf(offsets);
            if (offsets.isEmpty()) {
                throw new IllegalArgumentException("offsets is empty: give at least one");
            }
            offsets.forEach(
                    (partition, offset) -> {
                        if (offset < 0) {
                            throw new IllegalArgumentException(
                                    "offset of %s-%d is %d: give at least 0"
                                            .formatted(
                                                    partition.topic(),
                                                    partition.partition(),
                                                    offset));
                        }
                    });
        }
    }

    /** From the first record that came at that time or later, in every partition that is read. */
    record FromTime(Instant time) implements ReplayOrder {}
}
