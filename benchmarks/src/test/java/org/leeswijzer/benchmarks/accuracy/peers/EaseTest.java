package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.row;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.LoanSet;

class EaseTest {
    private static final LoanSet DRAWN = DrawnLoans.of(row(0, 1), row(0, 1), row(1, 2));

    /*
     * X'X + I has rows (3 2 0), (2 4 1), (0 1 2) and determinant 13; 13 times its inverse P has rows (7 -4 2), (-4 6 -3),
     * (2 -3 8). So B(0, 1) = 4/6, B(0, 2) = -2/8, B(1, 0) = 4/7, B(1, 2) = 3/8, B(2, 0) = -2/7, B(2, 1) = 3/6.
     */
    @Test
    void weightsAreThoseOfTheClosedFormWorkedOutByHand() {
        Borrowings borrowings = Borrowings.of(DRAWN, 3);
        for (Ease.Weights weights :
                List.of(
                        Ease.byTitles(borrowings, row(0, 1, 2), 1),
                        Ease.byTitles(borrowings, row(2, 0, 1), 1),
                        Ease.byPatrons(borrowings, 1))) {
            expect(weights.scores(row(0)), 1, 4.0 / 6);
            expect(weights.scores(row(0)), 2, -2.0 / 8);
            expect(weights.scores(row(1)), 0, 4.0 / 7);
            expect(weights.scores(row(1)), 2, 3.0 / 8);
            expect(weights.scores(row(2)), 0, -2.0 / 7);
            expect(weights.scores(row(2)), 1, 3.0 / 6);
            expect(weights.scores(row(0, 1)), 2, -2.0 / 8 + 3.0 / 8);
        }
    }

    private static void expect(Scores scores, int title, double score) {
        assertThat(scores.of(title)).isCloseTo(score, within(1e-12));
    }

    @Test
    void invertingByPatronsAndByTitlesIsTheSame() {
        Random random = new Random(20);
        DrawnLoans drawn = new DrawnLoans();
        for (int patron = 0; patron < 25; patron++) {
            drawn.patron(0, random.ints(0, 30).distinct().limit(1 + random.nextInt(12)).toArray());
        }
        Borrowings borrowings = Borrowings.of(drawn.build(), 40);
        int[] borrowed =
                IntStream.range(0, 40).filter(title -> borrowings.borrowers(title) > 0).toArray();
        Ease.Weights byTitles = Ease.byTitles(borrowings, borrowed, 2.5);
        Ease.Weights byPatrons = Ease.byPatrons(borrowings, 2.5);
        int[] seen = {0, 7, 9, 39};
        for (int title : borrowed) {
            if (title != 0 && title != 7 && title != 9) {
                expect(byPatrons.scores(seen), title, byTitles.scores(seen).of(title));
            }
        }
    }

    @Test
    void titlesThatWereNotLearnedHaveNoScoreAndAddNone() {
        Borrowings borrowings = Borrowings.of(DRAWN, 3);
        Ease.Weights two = Ease.byTitles(borrowings, row(1, 0), 1);
        assertThat(two.scores(row(0)).of(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(two.scores(row(0, 2)).of(1)).isEqualTo(two.scores(row(0)).of(1));
    }
}
