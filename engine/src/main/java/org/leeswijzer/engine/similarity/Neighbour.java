package org.leeswijzer.engine.similarity;

import java.util.Comparator;

/**
 * A title that patrons of another title also borrowed.
 *
 * @param title its number
 * @param score log-likelihood ratio, above 0
 * @param both patrons who borrowed both, at least minBorrowers
 * @param overlap the same patrons, each weighed by the days between the two loans; above 0 and at most {@code both}
 */
public record Neighbour(int title, float score, int both, float overlap) {
    /** Best first: by falling score, then by rising title number; no two neighbours of a title are equal in it. */
    public static final Comparator<Neighbour> BEST_FIRST =
            Comparator.comparingDouble(Neighbour::score)
                    .reversed()
                    .thenComparingInt(Neighbour::title);

    /** The same neighbour with so many shared patrons, fewer than it has; the score stays until it is computed anew. */
    public Neighbour with(int fewer) {
        return new Neighbour(title, score, fewer, Math.min(overlap, fewer));
    }
}
