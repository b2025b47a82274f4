package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final int TITLES = 12;

    /* Few titles, few days: many shared patrons and many equal scores, where top-k code goes wrong. */
    @Provide
    Arbitrary<List<Map<Integer, Integer>>> histories() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, TITLES - 1),
                        Arbitraries.of(0, 1, 40, 400, 4000))
                .ofMaxSize(TITLES)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void givesWhatTheSlowModelGives(
            @ForAll("histories") List<Map<Integer, Integer>> histories,
            @ForAll @IntRange(min = 1, max = 4) int minBorrowers) {
        Map<Integer, List<Neighbour>> expected = SlowModel.neighbours(histories, minBorrowers);
        NeighbourTable table = new Training(minBorrowers, 2).run(table(histories, TITLES));
        for (int title = 0; title < TITLES; title++) {
            assertThat(table.of(Scope.CONSORTIUM, title))
                    .as("title %d", title)
                    .isEqualTo(expected.getOrDefault(title, List.of()));
        }
    }

    @Test
    void keepsTheBestHundredOfManyCandidates() {
        List<Map<Integer, Integer>> histories = new java.util.ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        for (int patron = 0; patron < 400; patron++) {
            Map<Integer, Integer> history = new java.util.TreeMap<>();
            for (int i = 0; i < 60; i++) {
                history.put(
                        (int) (400 * random.nextDouble() * random.nextDouble()),
                        random.nextInt(40));
            }
            histories.add(history);
        }
        Map<Integer, List<Neighbour>> expected = SlowModel.neighbours(histories, 1);
        NeighbourTable table = new Training(1, 2).run(table(histories, 400));
        assertThat(expected.values()).anyMatch(row -> row.size() == Row.MOST);
        expected.forEach(
                (title, row) -> assertThat(table.of(Scope.CONSORTIUM, title)).isEqualTo(row));
    }

    static LoanTable table(List<Map<Integer, Integer>> histories, int titles) {
        LoanTable.Builder builder = new LoanTable.Builder();
        for (Map<Integer, Integer> history : histories) {
            history.forEach(builder::loan);
            builder.endOfPatron();
        }
        return builder.build(titles);
    }
}
