package org.leeswijzer.api.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * From where the event log is to be read again; either of the two.
 *
 * @param fromOffsets positions, {@code TOPIC-PARTITION=OFFSET}
 * @param fromTime a day, or a day and time with its offset, of ISO 8601; for every partition that is read
 */
@Serdeable
public record ReplayJson(@Nullable List<String> fromOffsets, @Nullable String fromTime) {
    /** Copies the list. */
    public ReplayJson {
        fromOffsets = fromOffsets == null ? null : List.copyOf(fromOffsets);
    }
}
