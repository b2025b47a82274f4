package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.history;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.row;

import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/** Each test works its peer's formula out in a comment. */
class PeersByHandTest {

    @Test
    void mostBorrowedIsTheSameForAllButForWhatTheyHaveSeen() {
        Recommender peer =
                new MostBorrowed()
                        .learn(
                                DrawnLoans.of(row(2, 1), row(2, 0), row(2, 1, 0), row(3)),
                                5,
                                new MostBorrowed.Settings());
        assertThat(peer.recommend(history(0), 9)).containsExactly(2, 0, 1, 3);
        assertThat(peer.recommend(history(0, 2, 1), 9)).containsExactly(0, 3);
    }

    @Test
    void sharedBorrowersAreDividedByAllBorrowersOfTheCandidate() {
        LoanSet loans =
                DrawnLoans.of(row(0, 1, 2), row(0, 1), row(0, 2), row(0, 2), row(2), row(2));
        // 0 and 1 share 2 of the 2 borrowers of 1; 0 and 2 share 3 of the 5 of 2.
        Recommender any = new SharedBorrowers().learn(loans, 3, new SharedBorrowers.Settings(2));
        assertThat(any.recommend(history(0, 0), 9)).containsExactly(1, 2);
        Recommender three = new SharedBorrowers().learn(loans, 3, new SharedBorrowers.Settings(3));
        assertThat(three.recommend(history(0, 0), 9)).containsExactly(2);
        // For 0 and 1 together, 2 has 3/5 + 1/5.
        Recommender one = new SharedBorrowers().learn(loans, 3, new SharedBorrowers.Settings(1));
        assertThat(one.recommend(history(0, 0, 1), 9)).containsExactly(2);
    }

    @Test
    void tasteSumsTheSimilaritiesAndCanBeHeldToTheMostSimilar() {
        // Of 8 patrons 0 and 1 share all 3 of theirs, 0 and 2 share 2 of 3 and 3: the first says
        // more.
        LoanSet loans =
                DrawnLoans.of(
                        row(0, 1, 2),
                        row(0, 1, 2),
                        row(0, 1),
                        row(2),
                        row(3),
                        row(3),
                        row(3),
                        row(3));
        Recommender all = new Taste(1).learn(loans, 4, new Taste.Settings(Taste.ALL));
        assertThat(all.recommend(history(0, 0), 9)).containsExactly(1, 2);
        assertThat(all.recommend(history(0, 2), 9)).containsExactly(0, 1);
        // The most similar to 0 is 1 and the other way round; to 2 both are alike, and one is kept.
        Recommender one = new Taste(1).learn(loans, 4, new Taste.Settings(1));
        assertThat(one.recommend(history(0, 0), 9)).startsWith(1);
        assertThat(one.recommend(history(0, 2), 9)).hasSize(1);
    }

    @Test
    void aWalkOfThreeStepsIsHeldBackByLongHistoriesAndByPopularEnds() {
        LoanSet loans = DrawnLoans.of(row(0, 1, 3), row(0, 2), row(2), row(2));
        // alpha 1: from 0 with 1/2 to each borrower, on to 1 and 3 with 1/3, to 2 with 1/2.
        assertThat(rp3Beta(loans, 1, 0).recommend(history(0, 0), 9)).containsExactly(2, 1, 3);
        // beta 1: 2 is divided by its 3 borrowers: 1/4 / 3 is less than 1/6.
        assertThat(rp3Beta(loans, 1, 1).recommend(history(0, 0), 9)).containsExactly(1, 3, 2);
        // alpha 0: every path counts 1.
        assertThat(rp3Beta(loans, 0, 0).recommend(history(0, 0), 9)).containsExactly(1, 2, 3);
    }

    private static Recommender rp3Beta(LoanSet loans, double alpha, double beta) {
        return new Rp3Beta().learn(loans, 4, new Rp3Beta.Settings(alpha, beta));
    }

    @Test
    void rankSysSumsTheCosinesOfNeighboursOfTitles() {
        LoanSet loans = DrawnLoans.of(row(0, 1, 2), row(0, 1, 2), row(0, 2), row(2), row(2));
        // From 0, with 3 borrowers: to 1 it is 2 / sqrt(3 * 2), to 2 it is 3 / sqrt(3 * 5), less.
        assertThat(rankSysTitles(loans, 9, 0.5).recommend(history(0, 0), 9)).containsExactly(1, 2);
        assertThat(rankSysTitles(loans, 1, 0.5).recommend(history(0, 0), 9)).containsExactly(1);
        // alpha 1: 2/3 against 3/3.
        assertThat(rankSysTitles(loans, 9, 1).recommend(history(0, 0), 9)).containsExactly(2, 1);
    }

    private static Recommender rankSysTitles(LoanSet loans, int neighbours, double alpha) {
        return new RankSysTitles().learn(loans, 3, new RankSysTitles.Settings(neighbours, alpha));
    }

    @Test
    void rankSysHearsTheNearestPatronsAndKnowsNoStranger() {
        LoanSet loans = DrawnLoans.of(row(0, 1), row(0, 1, 2), row(0, 3, 4, 5));
        // Patron 0 is at 2 / sqrt(2 * 3) of patron 1 and at 1 / sqrt(2 * 4) of patron 2.
        Recommender all = rankSysPatrons(loans, 9);
        assertThat(all.recommend(history(0, 0, 1), 9)).containsExactly(2, 3, 4, 5);
        assertThat(rankSysPatrons(loans, 1).recommend(history(0, 0, 1), 9)).containsExactly(2);
        assertThat(all.recommend(history(0, 1, 0), 9)).isEmpty();
    }

    private static Recommender rankSysPatrons(LoanSet loans, int neighbours) {
        return new RankSysPatrons().learn(loans, 6, new RankSysPatrons.Settings(neighbours, 0.5));
    }
}
