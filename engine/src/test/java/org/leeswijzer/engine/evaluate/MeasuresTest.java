package org.leeswijzer.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an interval may say. */
class MeasuresTest {
    @Test
    void noIntervalGoesOnWhereNoListCan() {
        Measure wide = new Measure(0.2, -0.005, 1.2);
        Measures measures = new Measures(2, wide, wide, wide, wide, wide, wide, wide);
        assertThat(measures.ndcg()).isEqualTo(new Measure(0.2, 0, 1));
        assertThat(measures.coverage()).isEqualTo(measures.ndcg());
        assertThat(measures.novelty()).as("which has no end").isEqualTo(new Measure(0.2, 0, 1.2));
    }
}
