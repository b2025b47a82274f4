package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/**
 * {@link LogLikelihoodRatio} of one title with many others, equal to it to the bit, for overlaps that are above chance. Not
 * safe for use by many threads; use one over and over.
 */
final class TitleRatios {
    /*
     * Mahout's ratio is 2 (rows + columns - cells), where a count x stands for x ln x and all are 256ths of a patron:
     *
     *     rows     all - a - not a                        one figure for a title
     *     columns  all - b - not b                        one for every number of borrowers
     *     cells    all - both - only a - only b - neither
     *
     * So two or three logarithms are left of eleven, as those of small counts are in a table. Bits stay equal because each
     * sum is made in Mahout's order.
     */
    private static final int TABLE = 1 << 15;
    private static final double[] SMALL = small();
    private static final int REMEMBERED = 1 << 12;

    /** Of titles with so many borrowers; NaN where it was not yet needed. */
    private final double[] columns = new double[REMEMBERED];

    private long patrons = -1;
    private long borrowers;
    private double all;
    private double rows;

    /** Turns to a title that so many of the patrons borrowed. */
    void turnTo(long titleBorrowers, long allPatrons) {
        if (allPatrons != patrons) {
            patrons = allPatrons;
            all = xLogX(TimeWeight.ONE * allPatrons);
            Arrays.fill(columns, Double.NaN);
        }
        borrowers = titleBorrowers;
        rows = split(titleBorrowers);
    }

    /** The ratio with a title that so many borrowed. */
    float with(long otherBorrowers, long overlap) {
        long onlyThis = TimeWeight.ONE * borrowers - overlap;
        long onlyOther = TimeWeight.ONE * otherBorrowers - overlap;
        long neither = TimeWeight.ONE * (patrons - borrowers - otherBorrowers) + overlap;
        double cells = all - xLogX(overlap) - xLogX(onlyThis) - xLogX(onlyOther) - xLogX(neither);
        double both = rows + columns(otherBorrowers);
        return both < cells ? 0 : (float) (2.0 * (both - cells) / TimeWeight.ONE);
    }

    private double columns(long of) {
        if (of >= REMEMBERED) {
            return split(of);
        }
        int place = (int) of;
        if (Double.isNaN(columns[place])) {
            columns[place] = split(of);
        }
        return columns[place];
    }

    private double split(long of) {
        return all - xLogX(TimeWeight.ONE * of) - xLogX(TimeWeight.ONE * (patrons - of));
    }

    private static double xLogX(long x) {
        return x < TABLE ? SMALL[(int) x] : (double) x * Math.log((double) x);
    }

    private static double[] small() {
        double[] values = new double[TABLE];
        for (int x = 1; x < TABLE; x++) {
            values[x] = x * Math.log(x);
        }
        return values;
    }
}
