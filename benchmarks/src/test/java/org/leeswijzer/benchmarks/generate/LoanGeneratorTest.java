package org.leeswijzer.benchmarks.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.similarity.LoanTable;

class LoanGeneratorTest {
    /** A hundredth of the set that full retrains are compared on. */
    private static final LoanGenerator SMALL = new LoanGenerator(1, 5_000, 4_000, 50_000);

    private record Loan(int patron, int title, int day) {}

    @Test
    void equalSeedsGiveEqualLoansAndOthersDoNot() {
        assertThat(loans(SMALL)).isEqualTo(loans(SMALL));
        assertThat(loans(new LoanGenerator(2, 5_000, 4_000, 50_000))).isNotEqualTo(loans(SMALL));
    }

    @Test
    void loansComePatronByPatronAndAreCloseToTheNumberAskedFor() {
        List<Loan> loans = loans(SMALL);
        assertThat(loans).extracting(Loan::patron).isSorted();
        assertThat(loans).hasSizeBetween(42_500, 50_000);
    }

    @Test
    void aPatronBorrowsATitleOnceOnADayInsideTwoYears() {
        List<Loan> loans = loans(SMALL);
        assertThat(new HashSet<>(loans.stream().map(l -> List.of(l.patron(), l.title())).toList()))
                .hasSameSizeAs(loans);
        assertThat(loans)
                .allSatisfy(
                        loan -> {
                            assertThat(loan.patron()).isBetween(0, 4_999);
                            assertThat(loan.title()).isBetween(0, 3_999);
                            assertThat(loan.day())
                                    .isBetween(
                                            LoanGenerator.LAST_DAY - 730, LoanGenerator.LAST_DAY);
                        });
    }

    @Test
    void patronsKeepToAFewFieldsAndAFewTitlesAreBorrowedByMany() {
        LoanTable table = SMALL.table();
        double inFavourites = 0;
        int most = 0;
        for (int patron = 0; patron < table.patrons(); patron++) {
            int[] perCluster = new int[SMALL.clusters()];
            table.forEach(patron, (title, day) -> perCluster[SMALL.cluster(title)]++);
            Arrays.sort(perCluster);
            for (int i = 1; i <= 3; i++) {
                inFavourites += perCluster[perCluster.length - i];
            }
        }
        for (int title = 0; title < table.titles(); title++) {
            most = Math.max(most, table.borrowers(title));
        }
        // One in ten strays, and some of those stray into what is theirs.
        assertThat(inFavourites / table.loans()).isCloseTo(0.93, within(0.04));
        // The first of 400 by Zipf's law has 1/6.6 of its cluster's loans, less for those drawn
        // twice.
        assertThat(most).isCloseTo(table.loans() / 10 / 7, Percentage.withPercentage(40));
    }

    @Test
    void theTableHoldsTheSameLoans() {
        LoanTable table = SMALL.table();
        assertThat(table.loans()).isEqualTo(loans(SMALL).size());
        assertThat(table.patrons()).isEqualTo(5_000);
        assertThat(table.titles()).isEqualTo(4_000);
    }

    @Test
    void refusesALibraryWithoutPatrons() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoanGenerator(1, 0, 10, 10))
                .withMessageContaining("patrons 0");
    }

    private static List<Loan> loans(LoanGenerator generator) {
        List<Loan> loans = new ArrayList<>();
        generator.generate((patron, title, day) -> loans.add(new Loan(patron, title, day)));
        return loans;
    }
}
