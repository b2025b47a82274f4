package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/** Keeps the best of many neighbours, in the order of {@link Neighbour#BEST_FIRST}. Not safe for use by many threads. */
public final class TopNeighbours {
    /*
     * Few more are offered than are kept, so all are taken in as they come and sorted once. What is sorted is one long each:
     * scores are positive, so their bits sort as they do; turned over, the best come first.
     *
     *     63             31            0
     *     +--------------+-------------+
     *     | ~score bits  | place       |   titles[place], both[place], overlaps[place]
     *     +--------------+-------------+
     *
     * Neighbours of equal score are then sorted once more, with the title in the upper half.
     */
    private final int limit;
    private long[] keys;
    private int[] titles;
    private int[] both;
    private float[] overlaps;
    private int size;

    /** @param limit the most that are kept, at least 1 */
    public TopNeighbours(int limit) {
        this.limit = limit;
        keys = new long[limit];
        titles = new int[limit];
        both = new int[limit];
        overlaps = new float[limit];
    }

    /**
     * Keeps the neighbour if it is among the best.
     *
     * @param score above 0
     */
    public void offer(int title, float score, int patronsOfBoth, float overlap) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            titles = Arrays.copyOf(titles, size * 2);
            both = Arrays.copyOf(both, size * 2);
            overlaps = Arrays.copyOf(overlaps, size * 2);
        }
        keys[size] = (long) ~Float.floatToRawIntBits(score) << 32 | size;
        titles[size] = title;
        both[size] = patronsOfBoth;
        overlaps[size] = overlap;
        size++;
    }

    /** What was kept, best first; empties this. */
    public Row take() {
        Arrays.sort(keys, 0, size);
        int count = Math.min(size, limit);
        int[] bestTitles = new int[count];
        float[] bestScores = new float[count];
        int[] bestBoth = new int[count];
        float[] bestOverlaps = new float[count];
        for (int from = 0, to; from < count; from = to) {
            to = endOfTie(from);
            int score = ~(int) (keys[from] >> 32);
            sortByTitle(from, to);
            for (int i = from; i < Math.min(to, count); i++) {
                int place = (int) keys[i];
                bestTitles[i] = titles[place];
                bestScores[i] = Float.intBitsToFloat(score);
                bestBoth[i] = both[place];
                bestOverlaps[i] = overlaps[place];
            }
        }
        size = 0;
        return Row.of(bestTitles, bestScores, bestBoth, bestOverlaps);
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < size && (int) (keys[to] >> 32) == (int) (keys[from] >> 32)) {
            to++;
        }
        return to;
    }

    private void sortByTitle(int from, int to) {
        if (to > from + 1) {
            for (int i = from; i < to; i++) {
                int place = (int) keys[i];
                keys[i] = (long) titles[place] << 32 | place;
            }
            Arrays.sort(keys, from, to);
        }
    }
}
