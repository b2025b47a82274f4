package org.leeswijzer.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Seed;

class EvaluationTest {

    @Test
    void aTitleCountsByItsFirstLoanAndTheLastFifthIsHeldOut() {
        LoanSet.Builder builder = new LoanSet.Builder();
        for (int title = 0; title < 10; title++) {
            builder.loan("a", title, 100 + title);
        }
        builder.loan("a", 0, 500);
        builder.loan("b", 1, 9).loan("b", 2, 8).loan("b", 3, 8);
        builder.loan("c", 1, 1).loan("c", 2, 2);
        Split split = Split.of(builder.build());
        assertThat(split.heldOut()).containsExactly(List.of(8, 9), List.of(1));
        assertThat(split.training().patrons().get(0)).startsWith(new Seed(0, 100)).hasSize(8);
        assertThat(split.training().patrons().get(1))
                .containsExactly(new Seed(2, 8), new Seed(3, 8));
        assertThat(split.training().patrons().get(2))
                .containsExactly(new Seed(1, 1), new Seed(2, 2));
    }

    @Test
    void aSampleIsJudgedAndTheOthersAreLearnedFrom() {
        LoanSet.Builder builder = new LoanSet.Builder();
        for (int patron = 0; patron < 50; patron++) {
            builder.loan("p" + patron, 1, 1).loan("p" + patron, 2, 2).loan("p" + patron, 3, 3);
        }
        Split split = Split.sample(builder.build(), 10, 7);
        assertThat(split.heldOut()).hasSize(10);
        assertThat(split.training().patrons()).hasSize(50);
        assertThat(split.training().loans()).isEqualTo(140);
        assertThat(Split.sample(builder.build(), 10, 7)).isEqualTo(split);
    }

    @Test
    void scoresAreThoseWorkedOutByHand() {
        // Hits at ranks 1 and 3 of two: (1 + 1/2) / (1 + 1/log2(3)).
        Score score = Score.of(List.of(5, 6, 7), Set.of(5, 7));
        assertThat(score.ndcg()).isCloseTo(1.5 / (1 + Math.log(2) / Math.log(3)), within(1e-12));
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.hitRate()).isEqualTo(1);
        assertThat(score.mrr()).isEqualTo(1);
        assertThat(Score.of(List.of(1, 2), Set.of(3))).isEqualTo(new Score(0, 0, 0, 0));
        assertThat(Score.of(List.of(1, 3), Set.of(3)).mrr()).isEqualTo(0.5);
    }

    @Test
    void whatIsBeyondTheTenthIsNotJudged() {
        List<Integer> eleven = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(Score.of(eleven, Set.of(11)).hitRate()).isZero();
    }

    @Test
    void foretellsWhatEveryoneBorrowsTogetherAndNotWithoutEnoughBorrowers() {
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (int title = 0; title < 8; title++) {
            catalogue.addBook("t" + title, "Title " + title, List.of(), List.of());
        }
        LoanSet.Builder builder = new LoanSet.Builder();
        for (int patron = 0; patron < 6; patron++) {
            int from = patron < 3 ? 0 : 4;
            for (int title = from; title < from + 4; title++) {
                // One patron of each half has not yet borrowed the last title of it.
                builder.loan("p" + patron, title, 10 * (title - from) + (patron % 3));
            }
        }
        Split split = Split.of(builder.build());
        Blend blend = Blend.DEFAULT;
        assertThat(new Evaluation(catalogue, Kinship.NONE, split, 4, 1).judge(blend).coverage())
                .isZero();
        assertThat(new Evaluation(catalogue, Kinship.NONE, split, 3, 1).judge(blend).score().ndcg())
                .as("the held out title was borrowed by nobody in the training")
                .isZero();
    }

    @Test
    void theSameLoansGiveTheSameSetInWhateverOrderTheirPatronsWereNumbered() {
        LoanTable oneWay =
                new LoanTable.Builder()
                        .loan(1, 10)
                        .loan(2, 11)
                        .endOfPatron()
                        .loan(1, 10)
                        .endOfPatron()
                        .loan(3, 9)
                        .build(4);
        LoanTable another =
                new LoanTable.Builder()
                        .loan(3, 9)
                        .endOfPatron()
                        .loan(1, 10)
                        .endOfPatron()
                        .loan(2, 11)
                        .loan(1, 10)
                        .build(4);
        assertThat(LoanSet.of(oneWay)).isEqualTo(LoanSet.of(another));
        assertThat(LoanSet.of(oneWay).patrons().get(0)).containsExactly(new Seed(3, 9));
    }
}
