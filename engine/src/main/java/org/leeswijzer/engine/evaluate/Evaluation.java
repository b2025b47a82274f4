package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.similarity.Workers;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;
import org.leeswijzer.engine.suggest.Suggester;

/** Trains on one part of the loans and judges, by the other, what the suggester says to each patron. */
public final class Evaluation {
    private final Catalogue catalogue;
    private final Kinship kinship;
    private final Split split;
    private final NeighbourTable neighbours;
    private final int threads;

    /** @param minBorrowers here it may be as low as 1, to know what the floor costs */
    public Evaluation(
            Catalogue catalogue, Kinship kinship, Split split, int minBorrowers, int threads) {
        this.catalogue = catalogue;
        this.kinship = kinship;
        this.split = split;
        this.threads = threads;
        neighbours =
                new Training(minBorrowers, threads).run(split.training().table(catalogue.size()));
    }

    /**
     * What came of it.
     *
     * @param score mean over all patrons of whom something was held out
     * @param coverage share of the titles that were suggested to anybody
     */
    public record Result(Score score, double coverage) {}

    /** Judges the suggestions that the two evidences give under this blend. */
    public Result judge(Blend blend) {
        return judge(new Suggester(catalogue, neighbours, kinship, () -> blend));
    }

    /** Judges what loans alone give, under this blend. */
    public Result judgeLoans(Blend blend) {
        return judge(new Suggester(catalogue, neighbours, Kinship.NONE, () -> blend));
    }

    private Result judge(Suggester suggester) {
        int patrons = split.heldOut().size();
        Score[] scores = new Score[patrons];
        int[][] suggested = new int[patrons][];
        Workers.share(
                patrons,
                threads,
                () ->
                        patron -> {
                            List<Integer> list =
                                    suggest(suggester, split.training().patrons().get(patron));
                            scores[patron] =
                                    Score.of(list, Set.copyOf(split.heldOut().get(patron)));
                            suggested[patron] = list.stream().mapToInt(Integer::intValue).toArray();
                        });
        IntSet distinct = new IntOpenHashSet();
        Arrays.stream(suggested).flatMapToInt(Arrays::stream).forEach(distinct::add);
        return new Result(
                Score.mean(Arrays.asList(scores)),
                (double) distinct.size() / Math.max(1, catalogue.size()));
    }

    private static List<Integer> suggest(Suggester suggester, List<Seed> history) {
        int from = Math.max(0, history.size() - Suggester.MAX_SEEDS);
        Set<Integer> borrowed = Set.copyOf(history.stream().map(Seed::title).toList());
        Question question = new Question(null, Scope.CONSORTIUM, false, borrowed, Score.DEPTH);
        return suggester
                .forSeeds(history.subList(from, history.size()), question)
                .suggestions()
                .stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }
}
