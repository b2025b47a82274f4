package org.leeswijzer.engine.popular;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.Scope;

/** The lists of one scope, as they were counted last. Safe for use by many threads. */
final class ScopeRankings {
    /** Popular is what it was ten minutes ago. */
    static final Duration OLD = Duration.ofMinutes(10);

    /** But where loans were removed the lists are shorter than they need be. */
    static final Duration OLD_IF_REMOVED = Duration.ofMinutes(1);

    private final Function<Scope, Rankings> counting;
    private final Scope scope;
    private final AtomicBoolean isCounting = new AtomicBoolean();
    private volatile @Nullable Rankings last;

    ScopeRankings(Function<Scope, Rankings> counting, Scope scope) {
        this.counting = counting;
        this.scope = scope;
    }

    /** Those that are there, counted again behind the caller's back if they are old; the first caller waits for them. */
    Rankings rankings(Instant now, LocalDate today, long removed, Executor background) {
        Rankings known = last;
        if (known == null) {
            return first();
        }
        if (isOld(known, now, today, removed) && isCounting.compareAndSet(false, true)) {
            background.execute(this::again);
        }
        return known;
    }

    private synchronized Rankings first() {
        Rankings known = last;
        if (known == null) {
            known = counting.apply(scope);
            last = known;
        }
        return known;
    }

    private void again() {
        try {
            last = counting.apply(scope);
        } finally {
            isCounting.set(false);
        }
    }

    private static boolean isOld(Rankings known, Instant now, LocalDate today, long removed) {
        Duration age = Duration.between(known.at(), now);
        return !known.day().equals(today)
                || age.compareTo(OLD) >= 0
                || (removed > known.removed() && age.compareTo(OLD_IF_REMOVED) >= 0);
    }
}
