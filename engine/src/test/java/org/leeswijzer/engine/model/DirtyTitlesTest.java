package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirtyTitlesTest {
    private final DirtyTitles dirty = new DirtyTitles();

    @Test
    void borrowedTitlesComeFirstAndOthersByHowMuchChanged() {
        dirty.mark(IntList.of(7), touched(Map.of(7, 1, 1, 1, 2, 5, 3, 5)));
        dirty.mark(IntList.of(4), touched(Map.of(1, 9)));
        assertThat(drain()).containsExactly(7, 4, 1, 2, 3);
    }

    @Test
    void aTitleThatIsAskedForComesBeforeAll() {
        dirty.mark(IntList.of(7), touched(Map.of(1, 1, 2, 1)));
        dirty.ask(2);
        dirty.ask(99);
        assertThat(drain()).containsExactly(2, 7, 1);
    }

    @Test
    void afterARetrainOnlyWhatChangedSinceItBeganIsDirty() {
        dirty.mark(IntList.of(1, 2), touched(Map.of(3, 1)));
        dirty.beginRetrain();
        dirty.mark(IntList.of(2), touched(Map.of(4, 1)));
        assertThat(dirty.take()).hasValue(1);
        dirty.endRetrain();
        assertThat(drain()).containsExactly(2, 4);
    }

    @Test
    void aTitleRefreshedWhileRetrainingIsDirtyAgainSinceTheNewVersionDoesNotHaveIt() {
        dirty.beginRetrain();
        dirty.mark(IntList.of(5), touched(Map.of()));
        assertThat(dirty.take()).hasValue(5);
        dirty.endRetrain();
        assertThat(drain()).containsExactly(5);
    }

    @Test
    void afterARetrainThatCameToNothingAllIsAsItWas() {
        dirty.mark(IntList.of(1), touched(Map.of(3, 1)));
        dirty.beginRetrain();
        dirty.mark(IntList.of(2), touched(Map.of()));
        dirty.abandonRetrain();
        assertThat(drain()).containsExactly(1, 2, 3);
    }

    @Test
    void titlesThatAreHeldWaitAndNoneIsUrgent() {
        dirty.mark(IntList.of(1), touched(Map.of(3, 1)));
        dirty.hold();
        dirty.mark(IntList.of(2), touched(Map.of()));
        assertThat(dirty.take()).isEmpty();
        assertThat(dirty.urgent()).isZero();
        assertThat(dirty.size()).isEqualTo(3);
        dirty.release();
        assertThat(dirty.urgent()).isEqualTo(2);
        assertThat(drain()).containsExactly(1, 2, 3);
    }

    private static Int2IntMap touched(Map<Integer, Integer> counts) {
        return new Int2IntOpenHashMap(counts);
    }

    private List<Integer> drain() {
        List<Integer> taken = new ArrayList<>();
        assertThat(dirty.toArray()).hasSize(dirty.size());
        for (var title = dirty.take(); title.isPresent(); title = dirty.take()) {
            taken.add(title.getAsInt());
        }
        assertThat(dirty.size()).isZero();
        return taken;
    }
}
