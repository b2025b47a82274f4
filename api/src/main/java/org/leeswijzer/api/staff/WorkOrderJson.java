package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records are one work, or another work than all others.
 *
 * @param by {@code staff} if absent
 * @param reason for others to read
 */
@Serdeable
public record WorkOrderJson(
        List<RecordJson> records,
        @Nullable String by,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason) {
    /** Copies the list. */
    public WorkOrderJson {
        records = List.copyOf(records);
    }
}
