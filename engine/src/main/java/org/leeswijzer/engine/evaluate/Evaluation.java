package org.leeswijzer.engine.evaluate;

import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
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

    /** Judges the suggestions that the two evidences give under this blend. */
    public Judgement judge(Blend blend) {
        return judge(new Suggester(catalogue, neighbours, kinship, () -> blend));
    }

    /** Judges what loans alone give, under this blend. */
    public Judgement judgeLoans(Blend blend) {
        return judge(new Suggester(catalogue, neighbours, Kinship.NONE, () -> blend));
    }

    private Judgement judge(Suggester suggester) {
        return judge((history, limit) -> suggest(suggester, history, limit));
    }

    /** Judges any other recommender in the same cases. */
    public Judgement judge(Recommender recommender) {
        return new Judge(split, catalogue.size(), threads).judge(recommender);
    }

    private static List<Integer> suggest(Suggester suggester, List<Seed> history, int limit) {
        int from = Math.max(0, history.size() - Suggester.MAX_SEEDS);
        Set<Integer> borrowed = Set.copyOf(history.stream().map(Seed::title).toList());
        Question question = new Question(null, Scope.CONSORTIUM, false, borrowed, limit);
        return suggester
                .forSeeds(history.subList(from, history.size()), question)
                .suggestions()
                .stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }
}
