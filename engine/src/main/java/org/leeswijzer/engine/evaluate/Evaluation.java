package org.leeswijzer.engine.evaluate;

import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.similarity.Workers;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;
import org.leeswijzer.engine.suggest.Suggester;

/** Trains on one part of the loans and judges, by the other, what the suggester says. */
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

    /** What the two evidences suggest under this blend. */
    public Suggester both(Blend blend) {
        return new Suggester(catalogue, neighbours, kinship, () -> blend);
    }

    /** What loans alone suggest. */
    public Suggester loansAlone(Blend blend) {
        return new Suggester(catalogue, neighbours, Kinship.NONE, () -> blend);
    }

    /** What kinship alone suggests. */
    public Suggester kinshipAlone(Blend blend) {
        return new Suggester(catalogue, neighbours.withoutRows(), kinship, () -> blend);
    }

    /** Judges, by what each patron borrowed later, what the two evidences suggest under this blend. */
    public Judgement judge(Blend blend) {
        return judge(both(blend), Mode.PATRON, Score.DEPTH);
    }

    /** Judges what loans alone give, under this blend. */
    public Judgement judgeLoans(Blend blend) {
        return judge(loansAlone(blend), Mode.PATRON, Score.DEPTH);
    }

    /** Judges a suggester of this training in one kind of cases. */
    public Judgement judge(Suggester suggester, Mode mode, int depth) {
        return judge(recommender(suggester, mode), mode, depth);
    }

    /** Judges any recommender in the same cases. */
    public Judgement judge(Recommender recommender) {
        return judge(recommender, Mode.PATRON, Score.DEPTH);
    }

    /** Judges any recommender in one kind of cases. */
    public Judgement judge(Recommender recommender, Mode mode, int depth) {
        return new Judge(split.training(), split.cases(mode), catalogue.size(), depth, threads)
                .judge(recommender);
    }

    /** A suggester as it is asked in cases of that kind. */
    static Recommender recommender(Suggester suggester, Mode mode) {
        return mode.ofOneTitle()
                ? (history, limit) -> numbers(forTitle(suggester, history.get(0).title(), limit))
                : (history, limit) -> numbers(forPatron(suggester, history, limit));
    }

    private static Answer forTitle(Suggester suggester, int title, int limit) {
        return suggester.forTitle(
                title, new Question(null, Scope.CONSORTIUM, false, Set.of(), limit));
    }

    private static Answer forPatron(Suggester suggester, List<Seed> history, int limit) {
        int from = Math.max(0, history.size() - Suggester.MAX_SEEDS);
        Set<Integer> borrowed = Set.copyOf(history.stream().map(Seed::title).toList());
        return suggester.forSeeds(
                history.subList(from, history.size()),
                new Question(null, Scope.CONSORTIUM, false, borrowed, limit));
    }

    private static List<Integer> numbers(Answer answer) {
        return answer.suggestions().stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }

    /** For how many titles, and for how much of what is borrowed, there is a shelf of suggestions. */
    public Reach reach(Suggester suggester, Bootstrap bootstrap) {
        double[] shelves = new double[catalogue.size()];
        Workers.share(
                shelves.length,
                threads,
                () ->
                        title -> {
                            Answer answer = forTitle(suggester, title, Reach.ENOUGH);
                            shelves[title] = answer.suggestions().size() == Reach.ENOUGH ? 1 : 0;
                        });
        List<List<Seed>> patrons = split.training().patrons();
        double[] onShelves =
                patrons.stream()
                        .mapToDouble(
                                patron ->
                                        patron.stream()
                                                .mapToDouble(loan -> shelves[loan.title()])
                                                .sum())
                        .toArray();
        double[] loans = patrons.stream().mapToDouble(List::size).toArray();
        return new Reach(bootstrap.mean(shelves), bootstrap.ratio(onShelves, loans));
    }
}
