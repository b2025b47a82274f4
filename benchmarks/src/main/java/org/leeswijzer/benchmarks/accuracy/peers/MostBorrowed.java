package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.suggest.Seed;

/** What everyone borrows, for everyone: the least that a model has to beat. */
public final class MostBorrowed implements Peer<MostBorrowed.Settings> {

    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public String name() {
        return "most borrowed";
    }

    @Override
    public List<Settings> settings() {
        return List.of(new Settings());
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        Borrowings borrowings = Borrowings.of(loans, titles);
        int[] mostBorrowedFirst =
                IntStream.range(0, titles)
                        .filter(title -> borrowings.borrowers(title) > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(title -> -borrowings.borrowers(title)))
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
