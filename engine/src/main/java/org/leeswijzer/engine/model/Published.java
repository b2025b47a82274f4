package org.leeswijzer.engine.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who last put a version to serve.
 *
 * @param by whoever asked for it
 * @param at when, to the millisecond
 * @param reason as given; always there if the gate had said no
 */
public record Published(String by, Instant at, @Nullable String reason) {
    public Published {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
