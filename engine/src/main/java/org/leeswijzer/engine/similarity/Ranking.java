package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/** Turns the counts of one title into its neighbours. Not safe for use by many threads; use one over and over. */
public final class Ranking {
    /*
     * Neighbours are titles that share more patrons than chance would give them. Of more than a hundred those stay whose
     * overlap, less for titles that everybody borrows, is highest: what suggestions weigh them by. Only these are then
     * scored, since a ratio takes logarithms. One long orders the candidates; the titles differ, so no two are equal:
     *
     *     63              31         0
     *     +---------------+----------+
     *     | ~weight bits  | title    |   weights are positive, so their bits sort as they do; turned over, the highest first
     *     +---------------+----------+
     */
    private static final PopularityPenalty PENALTY =
            new PopularityPenalty(PopularityPenalty.DEFAULT_POWER);

    /* Sixteen for each power of two, from a quarter of a 256th of a patron up. */
    private static final int CUT = 19;
    private static final int LEAST = Float.floatToRawIntBits(0.25f) >>> CUT;
    private static final int BEGINNINGS = 512;

    private final int minBorrowers;
    private final TitleRatios ratios = new TitleRatios();
    private final TopNeighbours best = new TopNeighbours(Row.MOST);

    private final Candidates gathered = new Candidates();
    private final int[] beginnings = new int[BEGINNINGS];
    private long[] keys = new long[Row.MOST];
    private long[] partitioned = new long[Row.MOST + 1];

    /** @param minBorrowers a pair with fewer shared patrons is no neighbour, at least 1 */
    public Ranking(int minBorrowers) {
        if (minBorrowers < 1) {
            throw new IllegalArgumentException(
                    "minBorrowers is %d: give at least 1".formatted(minBorrowers));
        }
        this.minBorrowers = minBorrowers;
    }

    /** The best neighbours of the title, from its counts with every other title. */
    public Row rank(int title, CoCounts counts, Marginals marginals) {
        counts.gather(minBorrowers, gathered);
        gathered.keepAboveChance(title, marginals);
        return rank(title, gathered, marginals);
    }

    /** The best of candidates that all have enough shared patrons and are above chance. */
    Row rank(int title, Candidates candidates, Marginals marginals) {
        ratios.turnTo(marginals.borrowers(title), marginals.patrons());
        long last = candidates.size > Row.MOST ? lastKept(candidates, marginals) : Long.MAX_VALUE;
        for (int i = 0; i < candidates.size; i++) {
            if (last == Long.MAX_VALUE || keys[i] <= last) {
                score(i, candidates, marginals);
            }
        }
        return best.take();
    }

    /*
     * Where the hundredth is: candidates are told apart by the exponent and the first bits of their weight, without a
     * branch, and only those that begin like the hundredth are compared with one another.
     */
    private long lastKept(Candidates candidates, Marginals marginals) {
        int size = candidates.size;
        if (keys.length < size) {
            keys = new long[size * 2];
            partitioned = new long[keys.length + 1];
        }
        Arrays.fill(beginnings, 0);
        for (int i = 0; i < size; i++) {
            int other = candidates.titles[i];
            float weight = (float) (candidates.overlap(i) * PENALTY.of(marginals.borrowers(other)));
            int bits = Float.floatToRawIntBits(weight);
            beginnings[beginning(bits)]++;
            keys[i] = (long) ~bits << 32 | other;
        }
        int above = 0;
        int beginning = beginnings.length - 1;
        while (above + beginnings[beginning] < Row.MOST) {
            above += beginnings[beginning--];
        }
        int alike = 0;
        for (int i = 0; i < size; i++) {
            partitioned[alike] = keys[i];
            alike += beginning(~(int) (keys[i] >> 32)) == beginning ? 1 : 0;
        }
        return lowest(partitioned, alike, Row.MOST - above);
    }

    private static int beginning(int bits) {
        return Math.min(Math.max((bits >>> CUT) - LEAST, 0), BEGINNINGS - 1);
    }

    /* The so many-th lowest, by Hoare's FIND (Communications of the ACM 4(7), 1961). */
    private static long lowest(long[] values, int size, int count) {
        int wanted = count - 1;
        int from = 0;
        int to = size - 1;
        while (from < to) {
            long pivot = values[wanted];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (high < wanted) {
                from = low;
            }
            if (wanted < low) {
                to = high;
            }
        }
        return values[wanted];
    }

    private void score(int index, Candidates candidates, Marginals marginals) {
        int other = candidates.titles[index];
        float score = ratios.with(marginals.borrowers(other), candidates.overlap(index));
        if (score > 0) {
            best.offer(
                    other,
                    score,
                    candidates.both(index),
                    TimeWeight.patrons(candidates.overlap(index)));
        }
    }
}
