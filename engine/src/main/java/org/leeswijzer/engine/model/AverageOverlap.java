package org.leeswijzer.engine.model;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/** How far two rankings are apart. */
final class AverageOverlap {
    private AverageOverlap() {}

    /*
     * At every depth d the share of the first d that both rankings have; the mean of these over all depths is the overlap
     * (Fagin, Kumar and Sivakumar, SIAM Journal on Discrete Mathematics 17(1), 2003, section 3.1), and what it lacks of 1 the
     * distance. The first place is part of every depth and the last of one.
     */

    /**
     * From 0, for equal rankings, to 1, for rankings that share nothing.
     *
     * @param first no number twice
     * @param second no number twice
     */
    static double distance(int[] first, int[] second) {
        int depth = Math.max(first.length, second.length);
        if (depth == 0) {
            return 0;
        }
        IntSet inFirst = new IntOpenHashSet();
        IntSet inSecond = new IntOpenHashSet();
        int shared = 0;
        double overlap = 0;
        for (int d = 0; d < depth; d++) {
            if (d < first.length) {
                inFirst.add(first[d]);
                shared += inSecond.contains(first[d]) ? 1 : 0;
            }
            if (d < second.length) {
                inSecond.add(second[d]);
                shared += inFirst.contains(second[d]) ? 1 : 0;
            }
            overlap += (double) shared / (d + 1);
        }
        return 1 - overlap / depth;
    }
}
