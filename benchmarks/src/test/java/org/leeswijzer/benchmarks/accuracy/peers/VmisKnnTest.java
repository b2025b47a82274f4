package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.history;

import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

class VmisKnnTest {
    /*
     * Four sessions, the newest is the third. For the session (0, 1) at hand, title 1 weighs 2/2 and title 0 weighs 1/2:
     *
     *     session   titles   similarity   newest shared   heard by
     *     0         0 1      nothing new
     *     1         0 1 2    1 + 1/2      title 1: 0.9    2 gets 0.9 * 1.5 ln(4/1)
     *     2         1 3      1            title 1: 0.9    3 gets 0.9 * 1   ln(4/1)
     *     3         4        none
     */
    private static final LoanSet DRAWN =
            new DrawnLoans()
                    .patron(10, 0, 1)
                    .patron(20, 0, 1, 2)
                    .patron(30, 1, 3)
                    .patron(5, 4)
                    .build();

    @Test
    void aSessionThatSharesMoreIsHeardLouder() {
        assertThat(learn(DRAWN, 100, 100, 9).recommend(history(40, 0, 1), 9)).containsExactly(2, 3);
    }

    @Test
    void onlySoManyNeighboursAreHeardAndWhatHoldsNothingNewIsNone() {
        assertThat(learn(DRAWN, 100, 1, 9).recommend(history(40, 0, 1), 9)).containsExactly(2);
    }

    @Test
    void onlyTheNewestSessionsAreCompared() {
        assertThat(learn(DRAWN, 1, 1, 9).recommend(history(40, 0, 1), 9)).containsExactly(3);
    }

    @Test
    void ofTheSessionAtHandOnlyTheNewestTitlesCount() {
        // Through title 1 alone both sessions are as similar, and 2 and 3 as rare.
        assertThat(learn(DRAWN, 100, 100, 1).recommend(history(40, 0, 1), 9)).containsExactly(2, 3);
        assertThat(learn(DRAWN, 100, 1, 1).recommend(history(40, 0, 1), 9)).containsExactly(3);
        // Through title 0 alone the session of 3 is not reached.
        assertThat(learn(DRAWN, 100, 100, 1).recommend(history(40, 1, 0), 9)).containsExactly(2);
    }

    @Test
    void aSessionIsHeardThroughTheNewestTitleThatItShares() {
        LoanSet loans =
                new DrawnLoans()
                        .patron(10, 0, 3)
                        .patron(10, 1, 2)
                        .patron(10, 1, 0, 4)
                        .patron(10, 5)
                        .build();
        /*
         * For (0, 1), with ln(4/1) in all: 2 gets 0.9 * 1, 3 gets 0.8 * 1/2, 4 gets 0.9 * 3/2.
         */
        assertThat(learn(loans, 100, 100, 9).recommend(history(40, 0, 1), 9))
                .containsExactly(4, 2, 3);
    }

    @Test
    void aTitleOfEveryoneSaysNothing() {
        LoanSet loans = DrawnLoans.of(new int[] {0, 1}, new int[] {0, 1, 2});
        // ln(2/2) = 0 for title 1: no suggestion.
        assertThat(learn(loans, 9, 9, 9).recommend(history(40, 0), 9)).containsExactly(2);
    }

    @Test
    void aNewerSessionDrivesTheOldestOut() {
        LoanSet loans =
                new DrawnLoans()
                        .patron(10, 1, 2)
                        .patron(20, 0, 3)
                        .patron(1, 4)
                        .patron(2, 5)
                        .build();
        // Room for one: session 0 through title 1 first, then session 1, newer, through title 0.
        assertThat(learn(loans, 1, 1, 9).recommend(history(40, 0, 1), 9)).containsExactly(3);
        assertThat(learn(loans, 2, 2, 9).recommend(history(40, 0, 1), 9)).containsExactly(2, 3);
    }

    private static Recommender learn(LoanSet loans, int recent, int neighbours, int newest) {
        return new VmisKnn().learn(loans, 6, new VmisKnn.Settings(recent, neighbours, newest));
    }
}
