package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.similarity.PopularityPenalty;

/** Turns what is known of a seed and a candidate into weights. Immutable. */
final class Weights {
    /*
     * For a seed i and a candidate j,
     *
     *     score(i, j) = exp(-age of i / recencyDays) * 10 / (n_i + 10) * (overlap(i, j) / (n_j + 10)^penalty + b kinship(i, j))
     *
     * Up to a constant this is the chance that a borrower of i goes on to j, with ten borrowers more who are known from the
     * catalogue alone: kinship decides where a seed has few loans, and fades as loans come. Which titles are neighbours at
     * all is decided before.
     */
    private static final double PRIOR = PopularityPenalty.PRIOR;

    private final Blend blend;
    private final PopularityPenalty penalty;

    Weights(Blend blend) {
        this.blend = blend;
        penalty = new PopularityPenalty(blend.popularityPenalty());
    }

    Blend blend() {
        return blend;
    }

    /**
     * What a seed counts.
     *
     * @param age in days before the newest seed, at least 0
     * @param borrowers of the seed
     */
    double seed(long age, int borrowers) {
        return StrictMath.exp(-age / blend.recencyDays()) * PRIOR / (borrowers + PRIOR);
    }

    /**
     * What shared patrons count.
     *
     * @param borrowers of the neighbour
     */
    double loans(float overlap, int borrowers) {
        return overlap * penalty.of(borrowers);
    }

    /** What a cosine counts. */
    double kinship(float cosine) {
        return blend.kinshipWeight() * cosine;
    }
}
