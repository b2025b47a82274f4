package org.leeswijzer.engine.feedback;

/**
 * How many readers said what of one title as a suggestion for another. Each counts once, by the last they said.
 *
 * @param good readers who found it good, at least 0
 * @param notForMe readers who did not, likewise
 */
public record Tally(int good, int notForMe) {
    /*
     * The share of those who found it good, drawn towards a half as if PRIOR more readers had said either: three readers say
     * little, thirty say much. As a factor on the score it is 1 at a half. The bounds keep it moderate: readers who say
     * something are few and not like the others, one may say it under many ids, and loans and the catalogue still say why.
     */
    private static final double PRIOR = 5;

    /** However bad it is found. */
    static final double FLOOR = 0.5;

    /** However good it is found. */
    static final double CEILING = 1.5;

    /** @throws IllegalArgumentException if a number is below 0 */
    public Tally {
        if (good < 0 || notForMe < 0) {
            throw new IllegalArgumentException(
                    "readers are %d and %d: give at least 0".formatted(good, notForMe));
        }
    }

    /** How many there are. */
    public int readers() {
        return good + notForMe;
    }

    /** The two together, of other readers each. */
    public Tally plus(Tally other) {
        return new Tally(good + other.good, notForMe + other.notForMe);
    }

    /** By what the score of the suggestion is multiplied, {@link #FLOOR} to {@link #CEILING}. */
    public double factor() {
        double factor = 2 * (good + PRIOR) / (readers() + 2 * PRIOR);
        return Math.max(FLOOR, Math.min(CEILING, factor));
    }
}
