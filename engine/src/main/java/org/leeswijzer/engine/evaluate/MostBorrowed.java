package org.leeswijzer.engine.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leeswijzer.engine.suggest.Seed;

/** What everyone borrows, for everyone: the least that a model has to beat, and what every library knows. */
public final class MostBorrowed {
    /** As it is called in tables. */
    public static final String NAME = "most borrowed";

    private MostBorrowed() {}

    /** To be judged beside the suggester. */
    public static Contender contender(int titles) {
        return new Contender(NAME, loans -> of(loans, titles));
    }

    /**
     * Makes it; of titles that as many borrowed the lower number comes first.
     *
     * @param titles above every title number
     */
    public static Recommender of(LoanSet loans, int titles) {
        int[] borrowers = loans.borrowers(titles);
        int[] mostBorrowedFirst =
                IntStream.range(0, titles)
                        .filter(title -> borrowers[title] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(title -> -borrowers[title]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return (history, limit) -> {
            Set<Integer> seen = history.stream().map(Seed::title).collect(Collectors.toSet());
            return Arrays.stream(mostBorrowedFirst)
                    .filter(title -> !seen.contains(title))
                    .limit(limit)
                    .boxed()
                    .toList();
        };
    }
}
