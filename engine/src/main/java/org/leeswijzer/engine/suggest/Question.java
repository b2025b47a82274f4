package org.leeswijzer.engine.suggest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
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
 * @param dials how they are chosen and ordered
 * @param wanted which editions are to be shown
 */
public record Question(
        @Nullable Library library,
        Scope scope,
        boolean onlyHeld,
        Set<Integer> exclude,
        int limit,
        Dials dials,
        Wanted wanted) {
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

    /** A question with the dials where they stand if nobody turns them. */
    public Question(
            @Nullable Library library,
            Scope scope,
            boolean onlyHeld,
            Set<Integer> exclude,
            int limit) {
        this(library, scope, onlyHeld, exclude, limit, Dials.DEFAULT, Wanted.ANYTHING);
    }

    /** The same question, but with this left out. */
    Question without(Set<Integer> excluded) {
        return new Question(library, scope, onlyHeld, excluded, limit, dials, wanted);
    }

    /** The same question, but with these titles left out too. */
    public Question alsoWithout(Set<Integer> more) {
        Set<Integer> all = new HashSet<>(exclude);
        all.addAll(more);
        return without(all);
    }

    /** The same question, but with the dials turned. */
    public Question with(Dials turned) {
        return new Question(library, scope, onlyHeld, exclude, limit, turned, wanted);
    }

    /** The same question, but for some editions alone. */
    public Question only(Wanted editions) {
        return new Question(library, scope, onlyHeld, exclude, limit, dials, editions);
    }

    /** The edition that the answer shows of a title; empty if there is none to be shown. */
    public Optional<TitleRecord> shown(Title title, Catalogue catalogue) {
        Predicate<TitleRecord> isWanted = edition -> wanted.includes(edition, catalogue);
        Optional<TitleRecord> own = title.shownIn(library, isWanted);
        return onlyHeld ? own : own.or(() -> title.shownIn(null, isWanted));
    }
}
