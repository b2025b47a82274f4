package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is to be made.
 *
 * @param folder for it, on the machine of the service; not there yet, and below {@code leeswijzer.backups}
 */
@Serdeable
public record BackupOrderJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String folder) {}
