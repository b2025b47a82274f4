package org.leeswijzer.api.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What is asked of a retrain.
 *
 * @param by who asks, to be told of the version; {@code staff} if absent
 * @param reason to publish the version even if the gate says no; if absent it is withheld then
 */
@Serdeable
public record RetrainJson(@Nullable String by, @Nullable String reason) {}
