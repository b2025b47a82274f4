package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.loan.PatronKey;

class PatronNumbersTest {
    private static final PatronKey ONE = new PatronKey(1, 5);

    /** Of the same slot. */
    private static final PatronKey OTHER = new PatronKey(2, 5);

    private final PatronNumbers numbers = new PatronNumbers();

    @Test
    void knowsWhomItWasToldOfInThatLibraryAlone() {
        assertThat(numbers.number(1, new PatronKey(0, 0))).isNegative();
        numbers.put(1, ONE, 0);
        assertThat(numbers.number(1, ONE)).isZero();
        assertThat(numbers.number(2, ONE)).isNegative();
        assertThat(numbers.number(1, OTHER)).isNegative();
        numbers.put(1, OTHER, 7);
        assertThat(numbers.number(1, OTHER)).isEqualTo(7);
        assertThat(numbers.number(1, ONE)).isNegative();
    }

    @Test
    void forgets() {
        numbers.put(1, ONE, 3);
        numbers.forget(1, OTHER);
        numbers.forget(2, ONE);
        assertThat(numbers.number(1, ONE)).isEqualTo(3);
        numbers.forget(1, ONE);
        assertThat(numbers.number(1, ONE)).isNegative();
        numbers.put(1, ONE, 3);
        numbers.clear();
        assertThat(numbers.number(1, ONE)).isNegative();
    }
}
