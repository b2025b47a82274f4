package org.leeswijzer.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.live.LiveLoans.Coming;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.PatronKey;

class LiveLoansTest {
    private static final LoanGenerator GENERATOR = new LoanGenerator(1, 300, 200, 4_000);

    @Test
    void comeOnceAndAreNotStoredBefore() {
        LiveLoans loans = new LiveLoans(GENERATOR, 500, 5);
        Set<Object> keys = new HashSet<>();
        Set<PatronKey> patrons = new HashSet<>();
        loans.forEachStored(
                loan -> {
                    keys.add(loan.loan());
                    patrons.add(loan.patron());
                });
        int stored = keys.size();
        List<Coming> coming = loans.coming();
        coming.forEach(each -> keys.add(each.loan().loan()));
        assertThat(coming).hasSize(500);
        assertThat(keys).hasSize(stored + 500);
        assertThat(coming)
                .as("most by patrons who have loans")
                .filteredOn(each -> patrons.contains(each.loan().patron()))
                .hasSizeGreaterThan(380);
    }

    @Test
    void aProbeIsCompleteWhenEnoughPatronsHaveBorrowedBothTitles() {
        List<Coming> coming = new LiveLoans(GENERATOR, 500, 5).coming();
        List<Set<PatronKey>> borrowers = new ArrayList<>();
        for (int i = 0; i < coming.size(); i++) {
            Probe probe = coming.get(i).probe();
            if (probe != null) {
                Set<PatronKey> both = borrowers(coming.subList(0, i + 1), probe.asked());
                both.retainAll(borrowers(coming.subList(0, i + 1), probe.awaited()));
                borrowers.add(both);
            }
        }
        assertThat(borrowers).hasSize(5);
        assertThat(borrowers)
                .allSatisfy(
                        both ->
                                assertThat(both.size())
                                        .isGreaterThanOrEqualTo(LiveLoans.PATRONS_OF_PROBE));
    }

    private static Set<PatronKey> borrowers(List<Coming> coming, String title) {
        Set<PatronKey> borrowers = new HashSet<>();
        for (Coming each : coming) {
            LoanMade loan = each.loan();
            if (loan.borrowed().id().equals(title)) {
                borrowers.add(loan.patron());
            }
        }
        return borrowers;
    }

    @Test
    void refusesMoreThanTheGeneratorHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveLoans(GENERATOR, 3_000, 1))
                .withMessageContaining("3000 loans");
    }
}
