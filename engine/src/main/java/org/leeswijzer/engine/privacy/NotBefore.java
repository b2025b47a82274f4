package org.leeswijzer.engine.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that does not show a moment before one that is known to have come. */
final class NotBefore extends Clock {
    private final Clock clock;
    private final Supplier<Instant> first;

    NotBefore(Clock clock, Supplier<Instant> first) {
        this.clock = clock;
        this.first = first;
    }

    @Override
    public Instant instant() {
        Instant known = first.get();
        Instant now = clock.instant();
        return now.isBefore(known) ? known : now;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new NotBefore(clock.withZone(zone), first);
    }
}
