package org.leeswijzer.engine.loan;

import java.util.List;
import java.util.Map;

/**
 * Events in the order they were read, and where reading goes on; stored together or not at all.
 *
 * @param nextOffsets per partition the offset of the next record to read; empty for events that come from no log
 */
public record EventBatch(List<LibraryEvent> events, Map<LogPartition, Long> nextOffsets) {
    public EventBatch {
        events = List.copyOf(events);
        nextOffsets = Map.copyOf(nextOffsets);
    }

    /** Events that come from no log, such as those of a file. */
    public static EventBatch of(List<? extends LibraryEvent> events) {
        return new EventBatch(List.copyOf(events), Map.of());
    }
}
