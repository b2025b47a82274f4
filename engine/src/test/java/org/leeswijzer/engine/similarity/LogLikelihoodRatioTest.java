package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
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

    @Property
    void isNeverAboveItsBound(
            @ForAll @LongRange(min = 1, max = 5_000_000) long patrons,
            @ForAll @IntRange(min = 1, max = 100_000) int a,
            @ForAll @IntRange(min = 1, max = 100_000) int b,
            @ForAll @IntRange(min = 51, max = 256) int weight,
            @ForAll @IntRange(min = 1, max = 1000) int share) {
        Assume.that(a <= patrons && b <= patrons);
        long both = Math.max(1, (long) share * Math.min(a, b) / 1000);
        long overlap = both * weight;
        Assume.that(
                LogLikelihoodRatio.isAboveChance(overlap, a, b, patrons)
                        && both >= a + b - patrons);
        assertThat((double) LogLikelihoodRatio.of(overlap, a, b, patrons))
                .isLessThanOrEqualTo(LogLikelihoodRatio.atMost(overlap, a, b, patrons));
    }

    @Test
    void refusesCountsThatNoLibraryHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoBorrowing(256 * 3, 2, 5, 10))
                .withMessageContaining("768/256")
                .withMessageContaining("a 2");
    }
}
