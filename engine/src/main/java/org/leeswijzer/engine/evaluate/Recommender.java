package org.leeswijzer.engine.evaluate;

import java.util.List;
import org.leeswijzer.engine.suggest.Seed;

/** Whatever answers a history with titles to read next: the suggester, or a peer to compare it with. Safe for use by many threads. */
@FunctionalInterface
public interface Recommender {

    /**
     * Titles to read next.
     *
     * @param history what the patron borrowed, oldest first, each title once; empty for a patron of whom nothing is known
     * @param limit at most so many
     * @return title numbers, best first, none twice and none of the history
     */
    List<Integer> recommend(List<Seed> history, int limit);
}
