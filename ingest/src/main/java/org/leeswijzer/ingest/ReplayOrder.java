package org.leeswijzer.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * Reads an order as people write it.
     *
     * @param fromOffsets positions, {@code TOPIC-PARTITION=OFFSET}, none if a time is given
     * @param fromTime a day, or a day and time with its offset, of ISO 8601; null if positions are given
     * @throws IllegalArgumentException if it is written otherwise, or both or neither are given
     */
    static ReplayOrder parse(List<String> fromOffsets, @Nullable String fromTime) {
        if (fromOffsets.isEmpty() == (fromTime == null)) {
            throw new IllegalArgumentException(
                    "offsets are %s and time is %s: give either".formatted(fromOffsets, fromTime));
        }
        if (fromTime != null) {
            return new FromTime(instant(fromTime));
        }
        Map<LogPartition, Long> offsets = new HashMap<>();
        fromOffsets.stream()
                .map(LogPosition::parse)
                .forEach(position -> offsets.put(position.partition(), position.offset()));
        return new FromOffsets(offsets);
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time is '%s': give it as 2026-03-01 or 2026-03-01T12:00:00Z".formatted(text),
                    e);
        }
    }

    /** From the first record that came at that time or later, in every partition that is read. */
    record FromTime(Instant time) implements ReplayOrder {}
}
