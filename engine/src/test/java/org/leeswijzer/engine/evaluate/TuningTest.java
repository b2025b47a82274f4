package org.leeswijzer.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.suggest.Blend;

class TuningTest {
    private static final int AUTHORS = 60;
    private static final int TITLES_EACH = 12;

    @Test
    void kinshipWeighsMoreWhereReadersFollowAuthors() {
        assertThat(tune(followersOfAuthors(), 1).kinshipWeight())
                .isGreaterThan(Blend.DEFAULT.kinshipWeight());
    }

    @Test
    void kinshipWeighsLessWhereWhatIsAlikeIsNeverReadTogether() {
        assertThat(tune(readersOfLists(), 1).kinshipWeight())
                .isLessThan(Blend.DEFAULT.kinshipWeight());
    }

    @Test
    void theSameLoansGiveTheSameBlendOnAnyNumberOfThreads() {
        assertThat(tune(followersOfAuthors(), 2)).isEqualTo(tune(followersOfAuthors(), 1));
    }

    @Test
    void isNotMovedByChance() {
        LoanSet few = new LoanSet(followersOfAuthors().patrons().subList(0, 3));
        assertThat(tune(few, 1)).isEqualTo(Blend.DEFAULT);
    }

    @Test
    void whereNothingCanBeHeldOutNothingIsTuned() {
        LoanSet single = new LoanSet.Builder().loan("p", 0, 1).build();
        assertThat(tune(single, 1)).isEqualTo(Blend.DEFAULT);
    }

    private static Blend tune(LoanSet loans, int threads) {
        MemoryCatalogue catalogue = catalogue();
        Kinship kinship = KinshipIndex.build(catalogue, 1);
        return Tuning.tune(catalogue, kinship, loans, 3, threads);
    }

    /* Everybody begins with some of what all borrow in the same weeks, and then reads one author, as few others do. */
    private static LoanSet followersOfAuthors() {
        Random random = new Random(1);
        LoanSet.Builder loans = new LoanSet.Builder();
        for (int patron = 0; patron < 240; patron++) {
            int author = 5 + patron % (AUTHORS - 5);
            for (int i = 0; i < 8; i++) {
                loans.loan("p" + patron, random.nextInt(40), i);
                loans.loan("p" + patron, author * TITLES_EACH + random.nextInt(TITLES_EACH), 8 + i);
            }
        }
        return loans.build();
    }

    /* Four and four read the same list, each from another place on, years apart, and never two titles by one author. */
    private static LoanSet readersOfLists() {
        LoanSet.Builder loans = new LoanSet.Builder();
        for (int patron = 0; patron < 240; patron++) {
            int list = patron / 4;
            for (int i = 0; i < 10; i++) {
                int author = (list + 7 * i) % AUTHORS;
                loans.loan("p" + patron, author * TITLES_EACH + i, 400 * ((i + 3 * patron) % 10));
            }
        }
        return loans.build();
    }

    private static MemoryCatalogue catalogue() {
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (int title = 0; title < AUTHORS * TITLES_EACH; title++) {
            catalogue.addBook(
                    "t" + title, "N" + title, List.of("Author A" + title / TITLES_EACH), List.of());
        }
        return catalogue;
    }
}
