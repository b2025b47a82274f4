package org.leeswijzer.engine.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes candidates in the order that a {@link Weighing} gives them: each time the one that stands first after all moves,
 * of equals the one that stood first before.
 */
final class Arrangement {
    /*
     * Greedy, one pick after the other, since what is shown may move what is not: Carbonell and Goldstein, The Use of MMR,
     * Diversity-Based Reranking (SIGIR 1998). The cost of a candidate is
     *
     *     log2(place) + of(candidate) + max over what is shown of beside(candidate, shown)
     *
     * and StrictMath gives the same logarithms on every machine.
     */
    private static final double LOG_2 = StrictMath.log(2);

    private final List<Accepted> candidates;
    private final Weighing weighing;
    private final double[] alone;
    private final double[] beside;

    Arrangement(List<Accepted> candidates, Weighing weighing) {
        this.candidates = candidates;
        this.weighing = weighing;
        alone = new double[candidates.size()];
        beside = new double[candidates.size()];
        Arrays.setAll(alone, i -> StrictMath.log(i + 1.0) / LOG_2 + weighing.of(candidates.get(i)));
    }

    /** Gives all, one by one, to a taker that says whether it shows them, until the shelf is full. */
    void give(Predicate<Accepted> taker, Shelf shelf) {
        boolean[] given = new boolean[alone.length];
        for (int count = 0; count < given.length && !shelf.isFull(); count++) {
            int next = first(given);
            given[next] = true;
            if (taker.test(candidates.get(next))) {
                move(given, candidates.get(next));
            }
        }
    }

    private int first(boolean[] given) {
        int best = -1;
        for (int i = 0; i < given.length; i++) {
            if (!given[i] && (best < 0 || alone[i] + beside[i] < alone[best] + beside[best])) {
                best = i;
            }
        }
        return best;
    }

    private void move(boolean[] given, Accepted shown) {
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                beside[i] = Math.max(beside[i], weighing.beside(candidates.get(i), shown));
            }
        }
    }
}
