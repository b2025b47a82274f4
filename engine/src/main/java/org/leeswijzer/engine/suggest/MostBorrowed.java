package org.leeswijzer.engine.suggest;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;

/** What most patrons borrow, for readers of whom nothing is known. Safe for use by many threads. */
final class MostBorrowed {
    /* So many that some are left for a library that holds few of them; all of half a million are looked at in a moment. */
    private static final int MOST = 1000;

    private final Catalogue catalogue;
    private final Neighbours neighbours;

    MostBorrowed(Catalogue catalogue, Neighbours neighbours) {
        this.catalogue = catalogue;
        this.neighbours = neighbours;
    }

    /** Those that at least minBorrowers patrons of the scope borrowed, most first, of equals the lowest number. */
    Stream<Candidate> of(Scope scope) {
        return LongStream.of(best(neighbours.marginals(scope)))
                .mapToObj(
                        key ->
                                new Candidate(
                                        title(key),
                                        borrowers(key),
                                        Basis.POPULARITY,
                                        Reason.NO_SEED,
                                        0));
    }

    /* Borrowers in the upper half, so that the best is the largest; the title turned over, so that the lowest is. */
    private long[] best(Marginals marginals) {
        LongHeapPriorityQueue best = new LongHeapPriorityQueue(MOST + 1);
        for (int title = 0; title < catalogue.size(); title++) {
            int borrowers = marginals.borrowers(title);
            if (borrowers >= neighbours.minBorrowers()) {
                long key = ((long) borrowers << 32) | (~title & 0xffff_ffffL);
                if (best.size() < MOST || key > best.firstLong()) {
                    best.enqueue(key);
                }
                if (best.size() > MOST) {
                    best.dequeueLong();
                }
            }
        }
        long[] keys = new long[best.size()];
        for (int i = keys.length - 1; i >= 0; i--) {
            keys[i] = best.dequeueLong();
        }
        return keys;
    }

    private static int title(long key) {
        return ~(int) key;
    }

    private static int borrowers(long key) {
        return (int) (key >>> 32);
    }
}
