package org.leeswijzer.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.suggest.Seed;

class EvaluatorTest {
    private static final long MIDNIGHT = 100 * 86_400L;

    @Test
    void loansOfOneDayAreOrderedByTheirTimeAndThenAsGiven() {
        LoanSet loans =
                new LoanSet.Builder()
                        .loanAt("a", 1, MIDNIGHT + 20)
                        .loanAt("b", 9, MIDNIGHT)
                        .loanAt("a", 2, MIDNIGHT + 10)
                        .loanAt("a", 3, MIDNIGHT + 10)
                        .loanAt("a", 1, MIDNIGHT - 1)
                        .build();
        assertThat(loans.patrons())
                .containsExactly(
                        List.of(new Seed(1, 99), new Seed(2, 100), new Seed(3, 100)),
                        List.of(new Seed(9, 100)));
    }

    /* Few distinct titles and moments on purpose: repeats and ties are where an order goes wrong. */
    @Property(tries = 200)
    void aTitleCountsOnceByItsFirstLoan(
            @ForAll @Size(max = 40) List<@IntRange(max = 3 * 4 * 5 - 1) Integer> drawn) {
        LoanSet.Builder builder = new LoanSet.Builder();
        drawn.forEach(n -> builder.loan("p" + n % 3, n / 3 % 4, n / 12));
        List<List<Seed>> slow = new ArrayList<>();
        List<Integer> patrons = drawn.stream().map(n -> n % 3).distinct().toList();
        for (int patron : patrons) {
            List<Seed> titles = new ArrayList<>();
            for (int day = 0; day < 5; day++) {
                for (int n : drawn) {
                    int title = n / 3 % 4;
                    if (n % 3 == patron
                            && n / 12 == day
                            && titles.stream().noneMatch(seed -> seed.title() == title)) {
                        titles.add(new Seed(title, day));
                    }
                }
            }
            slow.add(titles);
        }
        assertThat(builder.build().patrons()).isEqualTo(slow);
    }

    @Test
    void mostBorrowedComesFirstAndNothingOfTheHistory() {
        LoanSet loans =
                new LoanSet.Builder()
                        .loan("a", 2, 1)
                        .loan("b", 2, 1)
                        .loan("a", 1, 1)
                        .loan("b", 0, 1)
                        .build();
        Recommender known = MostBorrowed.of(loans, 4);
        assertThat(known.recommend(List.of(), 10)).containsExactly(2, 0, 1);
        assertThat(known.recommend(List.of(new Seed(2, 1)), 1)).containsExactly(0);
    }

    @Test
    void reportsEveryModelInEveryModeAndWhatEachFloorWithholds() {
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (int title = 0; title < 12; title++) {
            catalogue.addBook("t" + title, "Title " + title, List.of(), List.of());
        }
        LoanSet.Builder loans = new LoanSet.Builder();
        for (int patron = 0; patron < 20; patron++) {
            for (int i = 0; i < 6; i++) {
                loans.loan("p" + patron, patron % 2 * 6 + (patron / 2 + i) % 6, patron + 10 * i);
            }
        }
        List<String> stages = new ArrayList<>();
        Plan plan =
                new Plan(
                        3,
                        10,
                        OptionalInt.of(45),
                        100,
                        List.of(MostBorrowed.contender(12)),
                        new Bootstrap(40, 1),
                        1);
        Report report =
                new Evaluator(plan, (stage, done, total) -> stages.add(stage))
                        .evaluate("drawn", catalogue, loans.build());
        assertThat(stages)
                .contains(
                        "indexing the catalogue",
                        "last fifth of every patron: tuning",
                        "all from 1970-02-15 on: training most borrowed");
        assertThat(report.trials()).hasSize(2);
        for (Trial trial : report.trials()) {
            assertThat(trial.lines())
                    .extracting(Line::model)
                    .startsWith(
                            Evaluator.BOTH, Evaluator.LOANS, Evaluator.KINSHIP, MostBorrowed.NAME);
            assertThat(trial.withheldAt()).hasSize(Trial.FLOORS).isSorted().startsWith(0.0);
            assertThat(trial.withheldAt().get(2))
                    .isCloseTo(trial.withheld().value(), within(1e-12));
        }
        Line ours = report.trials().get(0).lines().get(0);
        Line known = report.trials().get(0).lines().get(3);
        assertThat(ours.measures().ndcg().value()).isEqualTo(1);
        assertThat(known.measures().ndcg().value()).isBetween(0.01, 0.99);
    }
}
