package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/** Keeps the best of many neighbours, in the order of {@link Neighbour#BEST_FIRST}. Not safe for use by many threads. */
public final class TopNeighbours {
    /*
     * A heap with the worst on top. Order is that of one long: scores are positive, so their bits sort as they do;
     * below them the title, turned over so that the lower number is the better.
     *
     *     63            31            0
     *     +-------------+-------------+
     *     | score bits  | ~title      |
     *     +-------------+-------------+
     */
    private final long[] keys;
    private final int[] both;
    private int size;

    /** @param limit the most that are kept, at least 1 */
    public TopNeighbours(int limit) {
        keys = new long[limit];
        both = new int[limit];
    }

    /** A score below this one will not be kept; 0 as long as there is room. */
    public float threshold() {
        return size < keys.length ? 0 : score(keys[0]);
    }

    /**
     * Keeps the neighbour if it is among the best.
     *
     * @param score above 0
     */
    public void offer(int title, float score, int patronsOfBoth) {
        long key = (long) Float.floatToRawIntBits(score) << 32 | (~title & 0xFFFFFFFFL);
        if (size < keys.length) {
            up(size++, key, patronsOfBoth);
        } else if (key > keys[0]) {
            down(key, patronsOfBoth);
        }
    }

    /** What was kept, best first; empties this. */
    public Row take() {
        int count = size;
        int[] titles = new int[count];
        float[] scores = new float[count];
        int[] borrowers = new int[count];
        for (int i = count - 1; i >= 0; i--) {
            titles[i] = ~(int) keys[0];
            scores[i] = score(keys[0]);
            borrowers[i] = both[0];
            size--;
            down(keys[size], both[size]);
        }
        Arrays.fill(keys, 0);
        return Row.of(titles, scores, borrowers);
    }

    private static float score(long key) {
        return Float.intBitsToFloat((int) (key >>> 32));
    }

    private void up(int at, long key, int patronsOfBoth) {
        int hole = at;
        while (hole > 0 && keys[(hole - 1) / 2] > key) {
            set(hole, keys[(hole - 1) / 2], both[(hole - 1) / 2]);
            hole = (hole - 1) / 2;
        }
        set(hole, key, patronsOfBoth);
    }

    private void down(long key, int patronsOfBoth) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            set(hole, keys[child], both[child]);
            hole = child;
        }
        set(hole, key, patronsOfBoth);
    }

    private void set(int at, long key, int patronsOfBoth) {
        keys[at] = key;
        both[at] = patronsOfBoth;
    }
}
