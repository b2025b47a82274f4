package org.leeswijzer.engine.kinship;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.List;

/** Keeps the best of many, in the order of {@link Kin#BEST_FIRST}. Not safe for use by many threads. */
final class BestKin {
    /*
     * A heap with the worst on top, of longs that sort as kin do: above the bits of the score, which is positive, below
     * them the title turned over, so that the lower number is the better.
     */
    private final LongHeapPriorityQueue heap = new LongHeapPriorityQueue(Kinship.LIMIT + 1);

    void offer(int title, float score) {
        long key = (long) Float.floatToRawIntBits(score) << 32 | (~title & 0xFFFFFFFFL);
        if (heap.size() < Kinship.LIMIT) {
            heap.enqueue(key);
        } else if (key > heap.firstLong()) {
            heap.dequeueLong();
            heap.enqueue(key);
        }
    }

    /** A score below this one will not be kept; 0 as long as there is room. */
    float threshold() {
        return heap.size() < Kinship.LIMIT ? 0 : score(heap.firstLong());
    }

    /** What was kept, best first; empties this. */
    List<Kin> take() {
        Kin[] best = new Kin[heap.size()];
        for (int i = best.length - 1; i >= 0; i--) {
            long key = heap.dequeueLong();
            best[i] = new Kin(~(int) key, score(key));
        }
        return List.of(best);
    }

    void clear() {
        heap.clear();
    }

    private static float score(long key) {
        return Float.intBitsToFloat((int) (key >>> 32));
    }
}
