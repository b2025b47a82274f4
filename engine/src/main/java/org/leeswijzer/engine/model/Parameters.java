package org.leeswijzer.engine.model;

import org.leeswijzer.engine.suggest.Blend;

/**
 * What a model version was told, as opposed to what it learned.
 *
 * @param blend of its two evidences
 * @param minBorrowers that its rows kept to when they were made
 */
public record Parameters(Blend blend, int minBorrowers) {

    /** @throws IllegalArgumentException if minBorrowers is not at least 1 */
    public Parameters {
        if (minBorrowers < 1) {
            throw new IllegalArgumentException(
                    "minBorrowers is %d: give at least 1".formatted(minBorrowers));
        }
    }
}
