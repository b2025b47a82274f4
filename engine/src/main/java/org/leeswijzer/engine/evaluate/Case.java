package org.leeswijzer.engine.evaluate;

import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.suggest.Seed;

/**
 * One question to a recommender, and what the patron borrowed afterwards.
 *
 * @param history what is told of the patron, oldest first
 * @param borrowed titles that count as hits: each borrowed later for the first time, at least one
 */
public record Case(List<Seed> history, Set<Integer> borrowed) {

    /** @throws IllegalArgumentException if nothing was borrowed: there would be nothing to foretell */
    public Case {
        history = List.copyOf(history);
        borrowed = Set.copyOf(borrowed);
        if (borrowed.isEmpty()) {
            throw new IllegalArgumentException("borrowed is empty: give at least one title");
        }
    }
}
