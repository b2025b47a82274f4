package org.leeswijzer.engine.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Promise;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.ScopeTable;
import org.leeswijzer.engine.similarity.SharedPairs;

/**
 * Counts how many pairs of titles enough patrons share: once for each version that serves, again as soon as a patron was erased
 * or opted out, and at least once a day if asked. Safe for use by many threads: while one counts, the others wait for what comes of it.
 */
final class PairCount {
    /** Loans leave the retention window by the day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final LoanStore store;
    private final int minBorrowers;
    private final int threads;
    private final Clock clock;
    private @Nullable Counted last;

    PairCount(LoanStore store, int minBorrowers, int threads, Clock clock) {
        this.store = store;
        this.minBorrowers = minBorrowers;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param serving the version that served then
     * @param promised tells what all patrons had been promised from any other promises
     * @param at when it was begun
     */
    record Counted(int serving, long promised, Instant at, SharedPairs pairs) {
        private boolean holds(int nowServing, long nowPromised, Instant now) {
            return serving == nowServing
                    && promised == nowPromised
                    && now.isBefore(at.plus(LONGEST));
        }
    }

    /** As it is now, or was at the time that it says. */
    synchronized Counted pairs() {
        int serving = store.neighbours().serving();
        long promised = promised();
        Instant now = clock.instant();
        Counted known = last;
        if (known == null || !known.holds(serving, promised, now)) {
            known = new Counted(serving, promised, now, count());
            last = known;
        }
        return known;
    }

    private SharedPairs count() {
        List<ScopeTable> tables = store.tables();
        return tables.isEmpty()
                ? new SharedPairs(0, 0)
                : SharedPairs.of(tables.get(0).loans(), minBorrowers, threads);
    }

    private long promised() {
        long[] all = {0};
        store.patrons().promises(promise -> all[0] = 31 * all[0] + hash(promise));
        return all[0];
    }

    private static long hash(Promise promise) {
        return (promise.since() * 31 + promise.lastDay()) * 2 + (promise.optedOut() ? 1 : 0) + 17;
    }
}
