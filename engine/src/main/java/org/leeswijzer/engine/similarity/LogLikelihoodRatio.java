package org.leeswijzer.engine.similarity;

import org.apache.mahout.math.stats.LogLikelihood;

/**
 * How surprising it is that so many patrons borrowed both of two titles: Dunning's log-likelihood ratio (Accurate
 * Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993), by Apache Mahout.
 */
public final class LogLikelihoodRatio {
    private LogLikelihoodRatio() {}

    /*
     * Mahout takes whole numbers, and the ratio is homogeneous of degree 1: counts times 256 give the ratio times 256.
     *
     *             B           not B
     *     A       overlap     a - overlap
     *     not A   b - overlap patrons - a - b + overlap
     *
     * Above chance, overlap > ab / patrons, so the last cell exceeds (patrons - a)(patrons - b) / patrons: never below 0.
     */

    /** The ratio, at least 0; 0 where the overlap is not above chance. */
    public static float of(CoBorrowing counts) {
        return counts.aboveChance()
                ? aboveChance(counts.overlap(), counts.a(), counts.b(), counts.patrons())
                : 0;
    }

    static float of(long overlap, long a, long b, long patrons) {
        return isAboveChance(overlap, a, b, patrons) ? aboveChance(overlap, a, b, patrons) : 0;
    }

    static boolean isAboveChance(long overlap, long a, long b, long patrons) {
        return overlap * patrons > TimeWeight.ONE * a * b;
    }

    private static float aboveChance(long overlap, long a, long b, long patrons) {
        long onlyA = TimeWeight.ONE * a - overlap;
        long onlyB = TimeWeight.ONE * b - overlap;
        long neither = TimeWeight.ONE * (patrons - a - b) + overlap;
        return (float)
                (LogLikelihood.logLikelihoodRatio(overlap, onlyA, onlyB, neither) / TimeWeight.ONE);
    }
}
