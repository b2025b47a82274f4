package org.leeswijzer.engine.privacy;

import java.util.OptionalLong;

/**
 * A number that may be told: where it is below minBorrowers, no more than that, be it none or all but one.
 *
 * @param number empty if it is below
 * @param fewerThan what it is below of then
 */
public record Figure(OptionalLong number, int fewerThan) {

    /** A number as it may be told. */
    static Figure of(long number, int minBorrowers) {
        return new Figure(
                number < minBorrowers ? OptionalLong.empty() : OptionalLong.of(number),
                minBorrowers);
    }
}
