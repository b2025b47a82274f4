package org.leeswijzer.engine.evaluate;

import java.util.HashSet;
import java.util.List;
import org.leeswijzer.engine.similarity.Workers;
import org.leeswijzer.engine.suggest.Seed;

/** Asks any recommender the same questions and judges the answers by the same figures. */
public final class Judge {
    private final List<Case> cases;
    private final int[] popularity;
    private final int patrons;
    private final int depth;
    private final int threads;

    /**
     * Judges the first ten of every list.
     *
     * @param titles so many title numbers there are
     */
    public Judge(Split split, int titles, int threads) {
        this(split.training(), split.cases(), titles, Score.DEPTH, threads);
    }

    /**
     * A judge of these cases.
     *
     * @param training what recommenders learned from: it tells how well known a title is
     * @param titles so many title numbers there are
     * @param depth so many of every list are judged
     */
    public Judge(LoanSet training, List<Case> cases, int titles, int depth, int threads) {
        this.cases = List.copyOf(cases);
        this.depth = depth;
        this.threads = threads;
        popularity = training.borrowers(titles);
        patrons = training.patrons().size();
    }

    /**
     * Asks in every case, on several threads, and judges.
     *
     * @throws IllegalStateException if an answer is too long, or has a title twice or one of the history
     */
    public Judgement judge(Recommender recommender) {
        Score[] scores = new Score[cases.size()];
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
        List<Integer>[] answers = new List[cases.size()];
        Workers.share(
                cases.size(),
                threads,
                () ->
                        i -> {
                            answers[i] = ask(recommender, cases.get(i).history());
                            scores[i] = Score.of(answers[i], cases.get(i).borrowed(), depth);
                        });
        return new Judgement(List.of(scores), List.of(answers), popularity, patrons);
    }

    private List<Integer> ask(Recommender recommender, List<Seed> history) {
        List<Integer> list = recommender.recommend(history, depth);
        HashSet<Integer> distinct = new HashSet<>(list);
        if (list.size() > depth
                || distinct.size() < list.size()
                || history.stream().map(Seed::title).anyMatch(distinct::contains)) {
            throw new IllegalStateException(
                    "a recommender gave %d of %d titles, %d of them distinct, or one of the history"
                            .formatted(list.size(), depth, distinct.size()));
        }
        return list;
    }
}
