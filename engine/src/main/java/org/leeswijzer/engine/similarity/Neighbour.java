package org.leeswijzer.engine.similarity;

import java.util.Comparator;

/**
 * A title that patrons of another title also borrowed.
 *
 * @param title its number
 * @param score log-likelihood ratio, above 0
 * @param both patrons who borrowed both, at least minBorrowers
 */
public record Neighbour(int title, float score, int both) {
    /** Best first: by falling score, then by rising title number; no two neighbours of a title are equal in it. */
    public static final Comparator<Neighbour> BEST_FIRST =
            Comparator.comparingDouble(Neighbour::score)
                    .reversed()
                    .thenComparingInt(Neighbour::title);
}
