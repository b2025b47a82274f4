package org.leeswijzer.benchmarks.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.suggest.Seed;

/** What everyone borrows, for everyone: the least that a model has to beat. */
final class MostBorrowed implements Recommender {
    private final List<Integer> byBorrowers;

    MostBorrowed(LoanSet training, int titles) {
        int[] borrowers = training.borrowers(titles);
        byBorrowers =
                IntStream.range(0, titles)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer title) -> -borrowers[title]))
                        .toList();
    }

    @Override
    public List<Integer> recommend(List<Seed> history, int limit) {
        Set<Integer> known = history.stream().map(Seed::title).collect(Collectors.toSet());
        return byBorrowers.stream().filter(title -> !known.contains(title)).limit(limit).toList();
    }
}
