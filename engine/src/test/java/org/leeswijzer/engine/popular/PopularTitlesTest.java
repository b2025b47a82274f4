package org.leeswijzer.engine.popular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;

class PopularTitlesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final int DAY = (int) TODAY.toEpochDay();
    private static final int MIN = 3;

    private final List<int[]> loans = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private int counted;
    private int most = Integer.MAX_VALUE;

    private final Marginals live =
            new Marginals() {
                @Override
                public int borrowers(int title) {
                    return most;
                }

                @Override
                public int patrons() {
                    return most;
                }
            };

    private PopularTitles titles() {
        return new PopularTitles(
                (scope, visitor) -> {
                    counted++;
                    loans.forEach(loan -> visitor.loan(loan[0], loan[1]));
                },
                scope -> live,
                MIN,
                () -> TODAY,
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                },
                background::add);
    }

    private void borrow(int title, int times, int daysAgo) {
        for (int i = 0; i < times; i++) {
            loans.add(new int[] {title, DAY - daysAgo});
        }
    }

    private static List<Integer> numbers(List<Popular> titles) {
        return titles.stream().map(Popular::title).toList();
    }

    @Test
    void whatMostBorrowedLastWithinThePeriodComesFirst() {
        borrow(1, 4, 3);
        borrow(2, 6, 20);
        borrow(3, 4, 0);
        borrow(4, 2, 0);
        PopularTitles titles = titles();
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .as("of equals the lowest number, and none below minBorrowers")
                .containsExactly(1, 3);
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.MONTH)))
                .containsExactly(2, 1, 3);
    }

    @Test
    void theFirstDayOfAPeriodIsInItAndTheDayBeforeIsNot() {
        borrow(1, MIN, 6);
        borrow(2, MIN, 7);
        borrow(3, MIN, -1);
        assertThat(numbers(titles().mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .containsExactly(1, 3);
    }

    @Test
    void whatWasBorrowedAsMuchBeforeDoesNotRise() {
        borrow(1, 20, 3);
        borrow(1, 20, 10);
        borrow(2, 10, 3);
        borrow(2, 4, 10);
        borrow(3, 5, 3);
        borrow(3, 15, 10);
        assertThat(numbers(titles().rising(Scope.CONSORTIUM, Period.WEEK)))
                .startsWith(2)
                .doesNotContain(3);
    }

    @Property
    void bothListsAreThoseOfTheObviousSlowWay(
            @ForAll @Size(max = 200) List<@IntRange(max = 5) Integer> borrowed,
            @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> daysAgo) {
        loans.clear();
        for (int i = 0; i < Math.min(borrowed.size(), daysAgo.size()); i++) {
            borrow(borrowed.get(i), 1, daysAgo.get(i));
        }
        Map<Integer, Integer> within = slowCount(0, 6);
        within.values().removeIf(count -> count < MIN);
        assertThat(numbers(titles().mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .isEqualTo(
                        within.keySet().stream()
                                .sorted(
                                        Comparator.<Integer>comparingInt(
                                                        title -> -within.get(title))
                                                .thenComparingInt(title -> title))
                                .toList());
        Map<Integer, Integer> before = slowCount(7, 13);
        double all = within.values().stream().mapToInt(count -> count).sum();
        double allBefore =
                within.keySet().stream()
                        .mapToInt(title -> Math.max(MIN, before.getOrDefault(title, 0)))
                        .sum();
        assertThat(titles().rising(Scope.CONSORTIUM, Period.WEEK))
                .extracting(Popular::title)
                .as("a larger share than before")
                .containsExactlyInAnyOrderElementsOf(
                        within.keySet().stream()
                                .filter(
                                        title ->
                                                within.get(title) * allBefore
                                                        > Math.max(
                                                                        MIN,
                                                                        before.getOrDefault(
                                                                                title, 0))
                                                                * all)
                                .collect(Collectors.toList()));
    }

    private Map<Integer, Integer> slowCount(int from, int to) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int[] loan : loans) {
            int ago = DAY - loan[1];
            if (ago >= from && ago <= to) {
                counts.merge(loan[0], 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void howFewBorrowedItBeforeIsNotToBeSeenBelowMinBorrowers() {
        borrow(1, 9, 1);
        borrow(2, 5, 1);
        borrow(2, 9, 8);
        List<Popular> none = titles().rising(Scope.CONSORTIUM, Period.WEEK);
        borrow(1, MIN - 1, 8);
        borrow(3, MIN - 1, 1);
        assertThat(titles().rising(Scope.CONSORTIUM, Period.WEEK)).isNotEmpty().isEqualTo(none);
    }

    @Test
    void whatMayHaveFallenBelowMinBorrowersSinceIsNotShown() {
        borrow(1, 5, 1);
        borrow(2, MIN, 1);
        PopularTitles titles = titles();
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .containsExactly(1, 2);
        titles.removed(1);
        assertThat(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK))
                .containsExactly(new Popular(1, 4, 5));
        titles.removed(2);
        assertThat(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)).isEmpty();
        titles.clear();
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .as("counted again")
                .containsExactly(1, 2);
    }

    @Test
    void ofAWorkThatWasSplitSinceNoMoreIsToldThanEverBorrowedIt() {
        borrow(1, 5, 1);
        PopularTitles titles = titles();
        assertThat(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)).hasSize(1);
        most = MIN;
        assertThat(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK))
                .containsExactly(new Popular(1, MIN, 5));
        most = MIN - 1;
        assertThat(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)).isEmpty();
    }

    @Test
    void itIsCountedOnceAndBehindTheCallersBackAgainWhenItIsOld() {
        borrow(1, MIN, 1);
        PopularTitles titles = titles();
        for (Period period : Period.values()) {
            titles.mostBorrowed(Scope.CONSORTIUM, period);
            titles.rising(Scope.CONSORTIUM, period);
        }
        assertThat(counted).isEqualTo(1);
        borrow(2, MIN, 1);
        now = now.plus(ScopeRankings.OLD);
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK))).containsExactly(1);
        titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK);
        assertThat(background).as("asked twice, counted once").hasSize(1);
        background.remove().run();
        assertThat(numbers(titles.mostBorrowed(Scope.CONSORTIUM, Period.WEEK)))
                .containsExactly(1, 2);
    }
}
