package org.leeswijzer.engine.popular;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.leeswijzer.engine.similarity.LoanTable.LoanVisitor;
import org.leeswijzer.engine.similarity.Scope;

/**
 * What is borrowed most and what rises, counted when it is first asked for and now and then again. Safe for use by many
 * threads.
 */
public final class PopularTitles {
    /** So many of each list are kept; filters may pass over most. */
    static final int MOST = 500;

    private final Loans loans;
    private final int minBorrowers;
    private final Supplier<LocalDate> today;
    private final Clock clock;
    private final Executor background;
    private final Map<Scope, ScopeRankings> scopes = new ConcurrentHashMap<>();
    private final AtomicLong removed = new AtomicLong();

    /** Where loans are. */
    @FunctionalInterface
    public interface Loans {
        /** Shows every title of every patron of the scope with the day of the latest loan of it. */
        void forEach(Scope scope, LoanVisitor visitor);
    }

    /** @param background counts again what was counted some time ago */
    public PopularTitles(
            Loans loans,
            int minBorrowers,
            Supplier<LocalDate> today,
            Clock clock,
            Executor background) {
        this.loans = loans;
        this.minBorrowers = minBorrowers;
        this.today = today;
        this.clock = clock;
        this.background = background;
    }

    /** What most patrons of the scope borrowed within the period. */
    public List<Popular> mostBorrowed(Scope scope, Period period) {
        return shown(scope, rankings -> rankings.mostBorrowed(period));
    }

    /** What has a larger share of the loans of the period than of as many days before it. */
    public List<Popular> rising(Scope scope, Period period) {
        return shown(scope, rankings -> rankings.rising(period));
    }

    /*
     * What is kept was counted before the last loans were removed. Every removal takes at most one patron from a title, so
     * with so many fewer it is still true, whoever went.
     */
    private List<Popular> shown(Scope scope, Function<Rankings, List<Popular>> list) {
        Rankings rankings =
                scopes.computeIfAbsent(scope, each -> new ScopeRankings(this::count, each))
                        .rankings(clock.instant(), today.get(), removed.get(), background);
        long gone = removed.get() - rankings.removed();
        return list.apply(rankings).stream()
                .filter(each -> each.borrowers() - gone >= minBorrowers)
                .map(
                        each ->
                                new Popular(
                                        each.title(),
                                        (int) (each.borrowers() - gone),
                                        each.score()))
                .toList();
    }

    private Rankings count(Scope scope) {
        long removedBefore = removed.get();
        LocalDate day = today.get();
        return Rankings.of(
                visitor -> loans.forEach(scope, visitor),
                day,
                clock.instant(),
                removedBefore,
                minBorrowers);
    }

    /** Is told that so many loans or patrons count no more, or for another title. */
    public void removed(long loans) {
        removed.addAndGet(loans);
    }

    /** Is told that any number may count no more. */
    public void clear() {
        scopes.clear();
    }
}
