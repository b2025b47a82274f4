package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/**
 * Titles that share patrons with one title, in no particular order, and their counts as {@link CoCounts} packs them. Not
 * safe for use by many threads; use one over and over.
 */
final class Candidates {
    /* Open to this package: what fills them runs a hundred thousand times a second. Only the first so many count. */
    int[] titles = new int[Row.MOST];
    long[] counts = new long[Row.MOST];
    int size;

    /** Makes room for so many in all. */
    void ensure(int room) {
        if (titles.length < room) {
            int more = Math.max(room, titles.length + titles.length / 2);
            titles = Arrays.copyOf(titles, more);
            counts = Arrays.copyOf(counts, more);
        }
    }

    /** Adds those of the arrays from one place to before another. */
    void addAll(int[] moreTitles, long[] moreCounts, int from, int to) {
        ensure(size + to - from);
        System.arraycopy(moreTitles, from, titles, size, to - from);
        System.arraycopy(moreCounts, from, counts, size, to - from);
        size += to - from;
    }

    /** Keeps those that share more patrons with the title than chance would give it, and not the title itself. */
    void keepAboveChance(int title, Marginals marginals) {
        long borrowers = marginals.borrowers(title);
        long patrons = marginals.patrons();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int other = titles[i];
            if (other != title
                    && LogLikelihoodRatio.isAboveChance(
                            overlap(i), borrowers, marginals.borrowers(other), patrons)) {
                titles[kept] = other;
                counts[kept++] = counts[i];
            }
        }
        size = kept;
    }

    int both(int index) {
        return CoCounts.both(counts[index]);
    }

    long overlap(int index) {
        return CoCounts.overlap(counts[index]);
    }
}
