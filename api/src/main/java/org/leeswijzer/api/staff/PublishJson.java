package org.leeswijzer.api.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Who publishes a version, and why.
 *
 * @param by {@code staff} if absent
 * @param reason for others to read; needed if the gate withheld the version
 */
@Serdeable
public record PublishJson(@Nullable String by, @Nullable String reason) {}
