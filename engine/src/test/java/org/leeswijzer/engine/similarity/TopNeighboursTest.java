package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TopNeighboursTest {

    @Property // few distinct scores on purpose: ties are where top-k code goes wrong
    void keepsWhatSortingEverythingWouldKeep(
            @ForAll List<@IntRange(min = 1, max = 4) Integer> scores,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        TopNeighbours top = new TopNeighbours(limit);
        List<Neighbour> all = new ArrayList<>();
        for (int title = 0; title < scores.size(); title++) {
            Neighbour neighbour = new Neighbour(title, scores.get(title), title + 7, title + 1);
            all.add(neighbour);
            top.offer(neighbour.title(), neighbour.score(), neighbour.both(), neighbour.overlap());
        }
        List<Neighbour> expected = all.stream().sorted(Neighbour.BEST_FIRST).limit(limit).toList();
        assertThat(top.take()).isEqualTo(expected);
        assertThat(top.take()).as("after being emptied").isEmpty();
    }
}
