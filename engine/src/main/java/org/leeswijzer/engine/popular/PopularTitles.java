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
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;

/**
 * What is borrowed most and what rises, counted when it is first asked for and now and then again. Safe for use by many
 * threads.
 */
public final class PopularTitles {
    /** So many of each list are kept; filters may pass over most. */
    static final int MOST = 500;

    private final Loans loans;
    private final Function<Scope, Marginals> borrowers;
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

    /**
     * Puts it together.
     *
     * @param borrowers of each title at this moment, whatever the day of the loan
     * @param background counts again what was counted some time ago
     */
    public PopularTitles(
            Loans loans,
            Function<Scope, Marginals> borrowers,
            int minBorrowers,
            Supplier<LocalDate> today,
            Clock clock,
            Executor background) {
        this.loans = loans;
        this.borrowers = borrowers;
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
     * with so many fewer it is still true, whoever went. And no more can have borrowed it within a period than ever: of a work
     * that the catalogue has split since, others borrowed the rest.
     */
    private List<Popular> shown(Scope scope, Function<Rankings, List<Popular>> list) {
        Rankings rankings =
                scopes.computeIfAbsent(scope, each -> new ScopeRankings(this::count, each))
                        .rankings(clock.instant(), today.get(), removed.get(), background);
        long gone = removed.get() - rankings.removed();
        Marginals now = borrowers.apply(scope);
        return list.apply(rankings).stream()
                .map(each -> stillTrue(each, gone, now))
                .filter(each -> each.borrowers() >= minBorrowers)
                .toList();
    }

    private static Popular stillTrue(Popular each, long gone, Marginals now) {
        long left = Math.min(each.borrowers() - gone, now.borrowers(each.title()));
        return new Popular(each.title(), (int) Math.max(0, left), each.score());
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
