package org.leeswijzer.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCopiesTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final DemoCatalogue CATALOGUE = DemoCatalogue.read();
    private static final String TITLE = CATALOGUE.heldBy(DemoLibrary.OOSTERLICHT).get(0).id();

    private static SimulatedLoan loan(int number, int daysAgo) {
        return new SimulatedLoan(
                "oosterlicht",
                "l" + number,
                "p" + number,
                TITLE,
                END.minusDays(daysAgo).toString());
    }

    private static List<DemoCopy> copies(int lately, int longAgo) {
        DemoCopies copies = new DemoCopies(CATALOGUE, END);
        for (int i = 0; i < lately; i++) {
            copies.lent(loan(i, i % 21));
        }
        for (int i = 0; i < longAgo; i++) {
            copies.lent(loan(lately + i, 21 + i));
        }
        return copies.all()
                .filter(copy -> copy.library().equals("oosterlicht") && copy.title().equals(TITLE))
                .toList();
    }

    private static long available(List<DemoCopy> copies) {
        return copies.stream().filter(DemoCopy::available).count();
    }

    @Test
    void everyTitleHasACopyWhereItIsHeldAndEachItsOwnId() {
        List<DemoCopy> all = new DemoCopies(CATALOGUE, END).all().toList();
        Map<String, Long> byLibrary =
                all.stream()
                        .collect(Collectors.groupingBy(DemoCopy::library, Collectors.counting()));
        for (DemoLibrary library : Arrays.asList(DemoLibrary.values())) {
            assertThat(byLibrary)
                    .containsEntry(
                            library.library().code(), (long) CATALOGUE.heldBy(library).size());
        }
        assertThat(all).extracting(copy -> copy.library() + copy.item()).doesNotHaveDuplicates();
        assertThat(all).allMatch(DemoCopy::available);
    }

    @Test
    void whatWasLentInTheLastThreeWeeksIsOut() {
        assertThat(available(copies(0, 80))).isEqualTo(3);
        assertThat(available(copies(1, 80))).isEqualTo(2);
        assertThat(available(copies(21, 80))).isZero();
    }

    @Test
    void whatIsBorrowedMoreHasMoreCopies() {
        assertThat(copies(0, 39)).hasSize(1);
        assertThat(copies(0, 40)).hasSize(2);
        assertThat(copies(40, 40)).hasSize(3);
    }
}
