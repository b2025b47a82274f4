package org.leeswijzer.engine.popular;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.leeswijzer.engine.similarity.LoanTable.LoanVisitor;

/**
 * All lists of one scope, counted at one moment.
 *
 * @param day that was today
 * @param at when they were counted
 * @param removed how many loans had been removed before
 */
record Rankings(
        LocalDate day,
        Instant at,
        long removed,
        Map<Period, List<Popular>> mostBorrowedIn,
        Map<Period, List<Popular>> risingIn) {

    /** Goes through the loans once for all periods. */
    static Rankings of(
            Consumer<LoanVisitor> loans,
            LocalDate day,
            Instant at,
            long removed,
            int minBorrowers) {
        Map<Period, Counts> counts = new EnumMap<>(Period.class);
        for (Period period : Period.values()) {
            counts.put(period, new Counts(period, Math.toIntExact(day.toEpochDay())));
        }
        List<Counts> all = List.copyOf(counts.values());
        loans.accept((title, loanDay) -> all.forEach(each -> each.add(title, loanDay)));
        Map<Period, List<Popular>> mostBorrowed = new EnumMap<>(Period.class);
        Map<Period, List<Popular>> rising = new EnumMap<>(Period.class);
        counts.forEach(
                (period, each) -> {
                    mostBorrowed.put(period, each.mostBorrowed(minBorrowers, PopularTitles.MOST));
                    rising.put(period, each.rising(minBorrowers, PopularTitles.MOST));
                });
        return new Rankings(day, at, removed, mostBorrowed, rising);
    }

    List<Popular> mostBorrowed(Period period) {
        return mostBorrowedIn.getOrDefault(period, List.of());
    }

    List<Popular> rising(Period period) {
        return risingIn.getOrDefault(period, List.of());
    }
}
