package org.leeswijzer.benchmarks.accuracy;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leeswijzer.engine.evaluate.Evaluation;
import org.leeswijzer.engine.evaluate.Score;
import org.leeswijzer.engine.evaluate.Split;
import org.leeswijzer.engine.suggest.Seed;

/** What everyone borrows, for everyone: the least that a model has to beat. */
final class MostBorrowed {
    private MostBorrowed() {}

    static Evaluation.Result judge(Split split, int titles) {
        int[] borrowers = new int[titles];
        split.training()
                .patrons()
                .forEach(patron -> patron.forEach(loan -> borrowers[loan.title()]++));
        List<Integer> byBorrowers =
                IntStream.range(0, titles)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer title) -> -borrowers[title]))
                        .toList();
        List<Score> scores = new ArrayList<>();
        IntSet distinct = new IntOpenHashSet();
        for (int patron = 0; patron < split.heldOut().size(); patron++) {
            Set<Integer> known =
                    split.training().patrons().get(patron).stream()
                            .map(Seed::title)
                            .collect(Collectors.toSet());
            List<Integer> list =
                    byBorrowers.stream()
                            .filter(title -> !known.contains(title))
                            .limit(Score.DEPTH)
                            .toList();
            distinct.addAll(list);
            scores.add(Score.of(list, Set.copyOf(split.heldOut().get(patron))));
        }
        return new Evaluation.Result(Score.mean(scores), (double) distinct.size() / titles);
    }
}
