package org.leeswijzer.engine.evaluate;

/**
 * For how many there is a shelf worth the name, of at least {@link #ENOUGH} suggestions.
 *
 * @param titles share of the titles whose page has one
 * @param loans share of the loans that are of such titles: what of it a reader gets to see
 */
public record Reach(Measure titles, Measure loans) {
    /** The fewest suggestions that are worth a shelf. */
    public static final int ENOUGH = 5;
}
