package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AverageOverlapTest {

    @Test
    void workedOutByHand() {
        assertThat(distance(new int[] {1, 2, 3}, new int[] {1, 2, 3})).isZero();
        assertThat(distance(new int[] {}, new int[] {})).isZero();
        assertThat(distance(new int[] {1, 2}, new int[] {3, 4})).isEqualTo(1);
        assertThat(distance(new int[] {}, new int[] {3, 4})).isEqualTo(1);
        assertThat(distance(new int[] {1, 2}, new int[] {2, 1}))
                .as("nothing shared at depth 1, all at depth 2")
                .isEqualTo(0.5);
        assertThat(distance(new int[] {1, 2}, new int[] {1, 3}))
                .as("all shared at depth 1, half at depth 2")
                .isEqualTo(0.25);
        assertThat(distance(new int[] {1}, new int[] {1, 2})).isEqualTo(0.25);
    }

    @Property
    void isThatOfTheDefinition(@ForAll("rankings") int[] first, @ForAll("rankings") int[] second) {
        assertThat(distance(first, second)).isCloseTo(slow(first, second), within(1e-12));
        assertThat(distance(first, second)).isEqualTo(distance(second, first)).isBetween(0.0, 1.0);
        assertThat(distance(first, second) == 0).isEqualTo(Arrays.equals(first, second));
    }

    @Provide
    Arbitrary<int[]> rankings() {
        return Arbitraries.integers()
                .between(0, 12)
                .array(int[].class)
                .ofMaxSize(10)
                .uniqueElements();
    }

    private static double distance(int[] first, int[] second) {
        return AverageOverlap.distance(first, second);
    }

    private static double slow(int[] first, int[] second) {
        int depth = Math.max(first.length, second.length);
        double overlap = 0;
        for (int d = 1; d <= depth; d++) {
            Set<Integer> both = new HashSet<>(head(first, d));
            both.retainAll(head(second, d));
            overlap += (double) both.size() / d;
        }
        return depth == 0 ? 0 : 1 - overlap / depth;
    }

    private static Set<Integer> head(int[] ranking, int depth) {
        return Arrays.stream(ranking).limit(depth).boxed().collect(Collectors.toSet());
    }
}
