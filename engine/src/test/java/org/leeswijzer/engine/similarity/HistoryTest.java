package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void theLatestDayOfATitleCountsAndTheMostRecentComesFirst() {
        History history = History.of(new int[] {3, 1, 3, 2}, new int[] {10, 20, 30, -5});
        assertThat(history)
                .isEqualTo(History.ofSorted(new int[] {3, 1, 2}, new int[] {30, 20, -5}));
    }

    @Test
    void ofOneDayTheLowestTitlesAreKept() {
        int[] titles = new int[600];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = 599 - i;
        }
        History history = History.of(titles, new int[600]);
        assertThat(history.size()).isEqualTo(500);
        assertThat(history.title(0)).isZero();
        assertThat(history.title(499)).isEqualTo(499);
        assertThat(history.isFull()).isTrue();
    }

    @Property
    void aTitleIsFoundWhereverItIsLookedForFirst(
            @ForAll @Size(max = 12) List<@IntRange(max = 15) Integer> titles,
            @ForAll @IntRange(min = -1, max = 15) int likely) {
        int[] all = titles.stream().mapToInt(Integer::intValue).toArray();
        History history = History.of(all, all);
        for (int title = 0; title <= 15; title++) {
            assertThat(history.indexOf(title, likely)).isEqualTo(history.indexOf(title));
        }
    }

    @Property // around the longest history, where a loan may push another out
    void oneMoreLoanIsTheSameAsAllLoansAnew(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 600) Integer> more,
            @ForAll @IntRange(min = 480, max = 510) int before) {
        int[] titles = new int[before + more.size()];
        int[] days = new int[titles.length];
        for (int i = 0; i < before; i++) {
            titles[i] = i;
            days[i] = i % 7;
        }
        History stepwise =
                History.of(
                        java.util.Arrays.copyOf(titles, before),
                        java.util.Arrays.copyOf(days, before));
        for (int i = 0; i < more.size(); i++) {
            titles[before + i] = more.get(i);
            days[before + i] = more.get(i) % 11;
            stepwise = stepwise.plus(titles[before + i], days[before + i]);
        }
        assertThat(stepwise).isEqualTo(History.of(titles, days));
    }
}
