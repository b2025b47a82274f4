package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoresTest {

    @Property // few distinct scores on purpose: ties are where top-k code goes wrong
    void keepsWhatSortingEverythingWouldKeep(
            @ForAll List<@IntRange(max = 3) Integer> given,
            @ForAll Set<@IntRange(max = 9) Integer> seen,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        Scores scores = new Scores(given.size());
        IntStream.range(0, given.size()).forEach(title -> scores.add(title, given.get(title)));
        int[] left = seen.stream().filter(title -> title < given.size()).mapToInt(i -> i).toArray();
        List<Integer> expected =
                IntStream.range(0, given.size())
                        .boxed()
                        .filter(title -> given.get(title) > 0 && !seen.contains(title))
                        .sorted(
                                Comparator.comparing((Integer title) -> -given.get(title))
                                        .thenComparing(title -> title))
                        .limit(limit)
                        .toList();
        assertThat(scores.best(0, left, limit)).isEqualTo(expected);
    }
}
