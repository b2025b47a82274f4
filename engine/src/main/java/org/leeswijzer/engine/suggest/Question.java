package org.leeswijzer.engine.suggest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.Scope;

/**
 * Who asks, and for how much.
 *
 * @param library whose titles are wanted; null for those of any library
 * @param scope whose loans count
 * @param onlyHeld whether titles that the library does not hold are left out
 * @param exclude numbers of titles not to suggest
 * @param limit at most so many suggestions, 1 to 100
 */
public record Question(
        @Nullable Library library, Scope scope, boolean onlyHeld, Set<Integer> exclude, int limit) {
    /** The most suggestions that can be asked for. */
    public static final int MAX_LIMIT = 100;

    /** @throws IllegalArgumentException if the limit is out of bounds */
    public Question {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit is %d: give 1 to %d".formatted(limit, MAX_LIMIT));
        }
        exclude = Set.copyOf(exclude);
    }
}
