package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.similarity.PopularityPenalty;

/**
 * How the evidences are weighed.
 *
 * @param kinshipWeight what a cosine of 1 is worth, in patrons who borrowed both on one day
 * @param recencyDays after so many days a seed weighs 1/e of the newest
 * @param popularityPenalty how much less a neighbour counts that everybody borrows: its shared patrons are divided by its
 *     own to this power, 0 for not at all
 */
public record Blend(double kinshipWeight, double recencyDays, double popularityPenalty) {
    /** What did well on all sets of real loans that were at hand. */
    public static final Blend DEFAULT = new Blend(0.9, 30, PopularityPenalty.DEFAULT_POWER);

    /** @throws IllegalArgumentException if one is out of bounds */
    public Blend {
        check("kinshipWeight", kinshipWeight, 0, 1e6);
        check("recencyDays", recencyDays, 1e-3, 1e6);
        check("popularityPenalty", popularityPenalty, 0, 1);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s: give %s to %s".formatted(name, value, least, most));
        }
    }
}
