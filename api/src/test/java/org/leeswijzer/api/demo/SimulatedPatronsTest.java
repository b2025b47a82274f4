package org.leeswijzer.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatedPatronsTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final DemoCatalogue CATALOGUE = DemoCatalogue.read();
    private static final Map<String, DemoTitle> BY_ID =
            CATALOGUE.titles().stream().collect(Collectors.toMap(DemoTitle::id, title -> title));
    private static final List<SimulatedLoan> LOANS = loans(600, 1);

    @Test
    void sameSeedGivesTheSameLoans() {
        assertThat(loans(600, 1)).isEqualTo(LOANS);
        assertThat(loans(600, 2)).isNotEqualTo(LOANS);
    }

    @Test
    void morePatronsChangeNothingForThoseThereWere() {
        List<SimulatedLoan> more = loans(900, 1);

        assertThat(Set.copyOf(more)).containsAll(LOANS);
    }

    @Test
    void everyPatronBorrowsTwelveToFortyTitlesAndNoneTwice() {
        Map<String, List<SimulatedLoan>> byPatron = byPatron();

        assertThat(byPatron).hasSize(600);
        assertThat(byPatron.values())
                .allSatisfy(
                        loans -> {
                            assertThat(loans).hasSizeBetween(12, 40);
                            assertThat(loans)
                                    .extracting(SimulatedLoan::title)
                                    .doesNotHaveDuplicates();
                        });
    }

    @Test
    void twoThirdsOfThePatronsAreTheFirstLibrarys() {
        assertThat(byPatron().keySet())
                .filteredOn(key -> key.startsWith("oosterlicht"))
                .hasSize(400);
    }

    @Test
    void loansAreOfTheTwoYearsBeforeTheEndAndHaveAnIdEach() {
        assertThat(LOANS)
                .extracting(loan -> LocalDate.parse(loan.loanedAt()))
                .allMatch(day -> !day.isAfter(END) && day.isAfter(END.minusDays(730)));
        assertThat(LOANS).extracting(SimulatedLoan::loanId).doesNotHaveDuplicates();
    }

    @Test
    void nobodyBorrowsWhatTheirLibraryLacks() {
        for (DemoLibrary library : DemoLibrary.values()) {
            Set<String> held =
                    CATALOGUE.heldBy(library).stream()
                            .map(DemoTitle::id)
                            .collect(Collectors.toSet());

            assertThat(LOANS)
                    .filteredOn(loan -> loan.library().equals(library.library().code()))
                    .isNotEmpty()
                    .allMatch(loan -> held.contains(loan.title()));
        }
    }

    @Test
    void librariesHoldSomeEightyFivePercentAndEveryTitleIsInOne() {
        for (DemoLibrary library : DemoLibrary.values()) {
            assertThat((double) CATALOGUE.heldBy(library).size() / CATALOGUE.titles().size())
                    .isCloseTo(0.85, within(0.03));
        }
        assertThat(CATALOGUE.titles())
                .allMatch(
                        title ->
                                DemoLibrary.OOSTERLICHT.holds(title)
                                        || DemoLibrary.KANAALSTAD.holds(title));
    }

    @Test
    void childrensTitlesGoHomeWithChildrenAndParentsOnly() {
        for (DemoTitle title : CATALOGUE.titles()) {
            boolean forChildren = title.audience().equals("children");
            assertThat(Reader.ADULT.interest(title.audience()) == 0).isEqualTo(forChildren);
            assertThat(Reader.YOUNG_ADULT.interest(title.audience()) == 0).isEqualTo(forChildren);
            assertThat(Reader.CHILD.interest(title.audience()) > 0).isEqualTo(forChildren);
            assertThat(Reader.PARENT.interest(title.audience())).isPositive();
        }
        assertThat(byPatron().values())
                .as("patrons who borrow children's titles, and as many of others only")
                .anyMatch(loans -> loans.stream().allMatch(SimulatedPatronsTest::isForChildren))
                .anyMatch(loans -> loans.stream().noneMatch(SimulatedPatronsTest::isForChildren));
    }

    @Test
    void everyGenreHasReaders() {
        Set<String> liked =
                List.of(Circle.values()).stream()
                        .flatMap(circle -> circle.genres().stream())
                        .collect(Collectors.toSet());

        assertThat(liked)
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.titles().stream()
                                .map(DemoTitle::genre)
                                .collect(Collectors.toSet()));
    }

    @Test
    void seriesAreReadInOrderByMost() {
        String first = "rowling-harry-potter-and-the-philosophers-stone";
        String second = "rowling-harry-potter-and-the-chamber-of-secrets";
        long inOrder = 0;
        long together = 0;
        for (List<SimulatedLoan> loans : byPatron().values()) {
            List<String> titles = loans.stream().map(SimulatedLoan::title).toList();
            if (titles.contains(first) && titles.contains(second)) {
                together++;
                inOrder += titles.indexOf(first) < titles.indexOf(second) ? 1 : 0;
            }
        }

        assertThat(together).isGreaterThan(10);
        assertThat(inOrder).isGreaterThan(together * 8 / 10);
    }

    private static List<SimulatedLoan> loans(int patrons, long seed) {
        return new SimulatedPatrons(CATALOGUE, patrons, seed, END).loans().toList();
    }

    private static Map<String, List<SimulatedLoan>> byPatron() {
        Function<SimulatedLoan, String> patron = loan -> loan.library() + "/" + loan.patron();
        return LOANS.stream().collect(Collectors.groupingBy(patron));
    }

    private static boolean isForChildren(SimulatedLoan loan) {
        return BY_ID.get(loan.title()).audience().equals("children");
    }
}
