package org.leeswijzer.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.similarity.Neighbour;

class ListOverlapTest {

    @Test
    void isTheShareOfTheLongerListThatBothHave() {
        assertThat(ListOverlap.of(row(1, 2, 3, 4), row(4, 3, 9))).isEqualTo(0.5);
    }

    @Test
    void looksAtTheFirstTenAlone() {
        int[] titles = IntStream.rangeClosed(1, 11).toArray();
        int[] otherLast = titles.clone();
        otherLast[10] = 99;
        assertThat(ListOverlap.of(row(titles), row(otherLast))).isEqualTo(1);
        otherLast[9] = 11;
        assertThat(ListOverlap.of(row(titles), row(otherLast))).isEqualTo(0.9);
    }

    @Test
    void isNoneWhereOneListIsEmpty() {
        assertThat(ListOverlap.of(row(1), row())).isZero();
        assertThat(ListOverlap.of(row(), row())).isEqualTo(1);
    }

    private static List<Neighbour> row(int... titles) {
        return IntStream.of(titles).mapToObj(title -> new Neighbour(title, 1, 3, 3)).toList();
    }
}
