package org.leeswijzer.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final Weights WEIGHTS = new Weights(new Blend(2, 30, 0.5));

    @Property
    void weighsAsItsFormulaSays(
            @ForAll @IntRange(max = 400) int age,
            @ForAll @IntRange(max = 100_000) int borrowers,
            @ForAll @IntRange(min = 1, max = 1000) int overlap) {
        assertThat(WEIGHTS.seed(age, borrowers))
                .isCloseTo(Math.exp(-age / 30.0) * 10 / (borrowers + 10), within(1e-12));
        assertThat(WEIGHTS.loans(overlap, borrowers))
                .isCloseTo(overlap / Math.sqrt(borrowers + 10), within(1e-9));
    }

    @Property
    void aTitleThatMoreHaveBorrowedNeverCountsMore(@ForAll @IntRange(max = 10_000) int borrowers) {
        assertThat(WEIGHTS.loans(1, borrowers + 1)).isLessThan(WEIGHTS.loans(1, borrowers));
        assertThat(WEIGHTS.seed(0, borrowers + 1)).isLessThan(WEIGHTS.seed(0, borrowers));
    }

    @Test
    void kinshipCountsAsManyPatronsAsTheBlendSays() {
        assertThat(WEIGHTS.kinship(0.5f)).isEqualTo(1);
    }

    @Test
    void aBlendOutOfBoundsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blend(-1, 30, 0.3))
                .withMessage("kinshipWeight is -1.0: give 0.0 to 1000000.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blend(1, 0, 0.3))
                .withMessageStartingWith("recencyDays is 0.0: give ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blend(1, 30, Double.NaN))
                .withMessage("popularityPenalty is NaN: give 0.0 to 1.0");
    }
}
