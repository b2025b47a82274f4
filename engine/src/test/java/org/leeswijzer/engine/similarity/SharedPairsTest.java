package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SharedPairsTest {
    private static final int TITLES = 8;

    @Property(tries = 100)
    void areWhatLookingAtEveryPairWouldCount(
            @ForAll @Size(max = 12)
                    List<@Size(max = 5) Set<@IntRange(max = TITLES - 1) Integer>> histories,
            @ForAll @IntRange(min = 1, max = 5) int minBorrowers) {
        LoanTable.Builder builder = new LoanTable.Builder();
        Map<Set<Integer>, Integer> shared = new HashMap<>();
        for (Set<Integer> history : histories) {
            history.stream().sorted().forEach(title -> builder.loan(title, 20_000));
            builder.endOfPatron();
            for (int a : history) {
                history.stream()
                        .filter(b -> a < b)
                        .forEach(b -> shared.merge(Set.of(a, b), 1, Integer::sum));
            }
        }
        SharedPairs pairs = SharedPairs.of(builder.build(TITLES), minBorrowers, 2);
        long enough = shared.values().stream().filter(both -> both >= minBorrowers).count();
        assertThat(pairs.enough()).isEqualTo(enough);
        assertThat(pairs.tooFew()).isEqualTo(shared.size() - enough);
    }
}
