package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is to be made.
 *
 * @param folder for it, on the machine of the service; not there yet, and below {@code leeswijzer.backups}
 */
@Serdeable
public record BackupOrderJson(@Nullable String folder) {}
