package org.leeswijzer.engine.similarity;

import org.apache.mahout.math.stats.LogLikelihood;

/**
 * How surprising it is that so many patrons borrowed both of two titles: Dunning's log-likelihood ratio (Accurate
 * Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993), by Apache Mahout.
 */
public final class LogLikelihoodRatio {
    /* What rounding in Mahout's sums can add, generously: entropies of up to 2^40 patrons' 256ths, in LLR units. */
    private static final double RELATIVE_SLACK = 1e-6;
    private static final double SLACK = 1e-2;

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

    /*
     * With e11 = ab / patrons and so on for the counts that chance would give, and d = overlap - e11, each of the other
     * three cells is its e plus or minus d. From x ln(x/e) <= (x - e) + (x - e)^2 / e:
     *
     *     LLR / 2 = sum of x ln(x/e) <= overlap ln(overlap / e11) - d + d^2 (1/e12 + 1/e21 + 1/e22)
     *
     * Close where both titles are much rarer than not, as nearly all are. The one logarithm left is read from a table: of
     * overlap / e11, which is above 1, the exponent and the first 8 bits after the leading one, rounded up.
     */
    private static final int STEPS = 256;
    private static final double[] LOG_ABOVE = logAbove();
    private static final double LOG_2 = StrictMath.log(2);

    /** No less than {@link #of} would give for an overlap above chance, at a fraction of the price. */
    static double atMost(long overlap, long a, long b, long patrons) {
        double both = overlap / (double) TimeWeight.ONE;
        double chance = (double) a * b / patrons;
        double excess = both - chance;
        double others = 1 / (a - chance) + 1 / (b - chance) + 1 / (patrons - a - b + chance);
        double half = both * logAtMost(both / chance) - excess + excess * excess * others;
        return 2 * half * (1 + RELATIVE_SLACK) + SLACK;
    }

    private static double logAtMost(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return Math.getExponent(value) * LOG_2 + LOG_ABOVE[(int) (bits >>> 44) & (STEPS - 1)];
    }

    private static double[] logAbove() {
        double[] logs = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            logs[step] = StrictMath.log(1 + (step + 1) / (double) STEPS);
        }
        return logs;
    }

    private static float aboveChance(long overlap, long a, long b, long patrons) {
        long onlyA = TimeWeight.ONE * a - overlap;
        long onlyB = TimeWeight.ONE * b - overlap;
        long neither = TimeWeight.ONE * (patrons - a - b) + overlap;
        return (float)
                (LogLikelihood.logLikelihoodRatio(overlap, onlyA, onlyB, neither) / TimeWeight.ONE);
    }
}
