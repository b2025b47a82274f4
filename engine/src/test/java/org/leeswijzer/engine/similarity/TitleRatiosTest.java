package org.leeswijzer.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TitleRatiosTest {
    private final TitleRatios ratios = new TitleRatios();

    /* Small and large counts, on either side of what is remembered; the same object goes on from title to title. */
    @Property
    void areMahoutsToTheBit(
            @ForAll @IntRange(min = 1, max = 10_000) int a,
            @ForAll @IntRange(min = 1, max = 10_000) int b,
            @ForAll @LongRange(max = 5_000_000) long others,
            @ForAll @IntRange(min = 51, max = 256) int weight,
            @ForAll @IntRange(min = 1, max = 1000) int share) {
        long patrons = a + b + others;
        long overlap = Math.max(1, (long) share * Math.min(a, b) / 1000) * weight;
        Assume.that(LogLikelihoodRatio.isAboveChance(overlap, a, b, patrons));
        ratios.turnTo(a, patrons);
        assertThat(ratios.with(b, overlap))
                .isEqualTo(LogLikelihoodRatio.of(overlap, a, b, patrons));
    }

    @Test
    void followTheNumberOfPatrons() {
        for (int patrons = 100; patrons < 200; patrons++) {
            ratios.turnTo(10, patrons);
            assertThat(ratios.with(12, 256 * 5))
                    .isEqualTo(LogLikelihoodRatio.of(256 * 5, 10, 12, patrons));
        }
    }
}
