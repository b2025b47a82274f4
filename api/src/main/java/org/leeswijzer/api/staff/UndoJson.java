package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which decision does not hold any more.
 *
 * @param id of the decision
 * @param by {@code staff} if absent
 * @param reason for others to read
 */
@Serdeable
public record UndoJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String id,
        @Nullable String by,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason) {}
