package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLikelihoodRatioTest {

    @Test
    void isDunningsFigureForWholePatrons() {
        // 110, 2442, 111, 29114: "the swiss" in table 2 of Dunning's paper, where it is 270.72.
        long ab = 110;
        long a = 110 + 2442;
        long b = 110 + 111;
        long patrons = 110 + 2442 + 111 + 29114;
        assertThat(LogLikelihoodRatio.of(new CoBorrowing(256 * ab, a, b, patrons)))
                .isCloseTo(270.72f, within(0.01f));
    }

    @Test
    void isZeroWhereTheOverlapIsWhatChanceGives() {
        assertThat(LogLikelihoodRatio.of(new CoBorrowing(256, 10, 10, 100))).isZero();
    }

    @Test
    void refusesCountsThatNoLibraryHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoBorrowing(256 * 3, 2, 5, 10))
                .withMessageContaining("768/256")
                .withMessageContaining("a 2");
    }
}
