package org.leeswijzer.engine.suggest;

/**
 * How two evidences and the age of a seed are weighed.
 *
 * @param kinshipWeight what a cosine of 1 is worth, in units of log-likelihood ratio
 * @param recencyDays after so many days a seed weighs 1/e of the newest
 */
public record Blend(double kinshipWeight, double recencyDays) {
    /** What did best on average over three sets of real loans. */
    public static final Blend DEFAULT = new Blend(16, 30);
}
