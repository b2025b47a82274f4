package org.leeswijzer.engine.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void asManyForAsAgainstChangeNothing() {
        assertThat(new Tally(0, 0).factor()).isEqualTo(1);
        assertThat(new Tally(40, 40).factor()).isEqualTo(1);
    }

    @Test
    void threeReadersMoveALittleAndManyNoFurtherThanTheBounds() {
        assertThat(new Tally(3, 0).factor()).isEqualTo(16.0 / 13);
        assertThat(new Tally(0, 3).factor()).isEqualTo(10.0 / 13);
        assertThat(new Tally(100_000, 0).factor()).isEqualTo(Tally.CEILING);
        assertThat(new Tally(0, 100_000).factor()).isEqualTo(Tally.FLOOR);
    }

    @Test
    void nobodyIsLessThanNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally(3, -1))
                .withMessageContaining("-1: give at least 0");
    }

    @Property
    void oneMoreWhoFindsItGoodNeverLowersIt(
            @ForAll @IntRange(max = 1000) int good, @ForAll @IntRange(max = 1000) int notForMe) {
        double now = new Tally(good, notForMe).factor();
        assertThat(new Tally(good + 1, notForMe).factor()).isGreaterThanOrEqualTo(now);
        assertThat(new Tally(good, notForMe + 1).factor()).isLessThanOrEqualTo(now);
        assertThat(now).isBetween(Tally.FLOOR, Tally.CEILING);
    }
}
