package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a recommender answered in every case, and how good that was. Immutable. */
public final class Judgement {
    private final List<Score> scores;
    private final List<List<Integer>> lists;
    private final int[] popularity;
    private final int patrons;

    /**
     * Puts them together.
     *
     * @param scores by case
     * @param lists by case
     * @param popularity by title, patrons of the training who borrowed it
     * @param patrons of the training
     */
    Judgement(List<Score> scores, List<List<Integer>> lists, int[] popularity, int patrons) {
        this.scores = List.copyOf(scores);
        this.lists = List.copyOf(lists);
        this.popularity = popularity;
        this.patrons = patrons;
    }

    /** By case. */
    public List<Score> scores() {
        return scores;
    }

    /** The answers by case: title numbers, best first, no longer than what is judged. */
    public List<List<Integer>> lists() {
        return lists;
    }

    /** The mean over all cases. */
    public Score score() {
        return Score.mean(scores);
    }

    /** Share of the titles that were suggested in any case. */
    public double coverage() {
        return coverage(all());
    }

    /** All figures with their intervals. */
    public Measures measures(Bootstrap bootstrap) {
        return new Measures(
                scores.size(),
                bootstrap.mean(each(Score::ndcg)),
                bootstrap.mean(each(Score::recall)),
                bootstrap.mean(each(Score::hitRate)),
                bootstrap.mean(each(Score::mrr)),
                bootstrap.of(lists.size(), this::coverage),
                bootstrap.of(lists.size(), this::gini),
                bootstrap.ratio(surprise(), lengths()));
    }

    /**
     * By how much this one's nDCG is above the other's, case by case.
     *
     * @throws IllegalArgumentException if they did not judge as many cases
     */
    public Measure above(Judgement other, Bootstrap bootstrap) {
        if (other.scores.size() != scores.size()) {
            throw new IllegalArgumentException(
                    "cases are %d and %d: give two judgements of the same"
                            .formatted(scores.size(), other.scores.size()));
        }
        double[] differences = each(Score::ndcg);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= other.scores.get(i).ndcg();
        }
        return bootstrap.mean(differences);
    }

    private double[] each(ToDoubleFunction<Score> figure) {
        return scores.stream().mapToDouble(figure).toArray();
    }

    private int[] all() {
        int[] all = new int[lists.size()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private Int2IntOpenHashMap timesSuggested(int[] cases) {
        Int2IntOpenHashMap times = new Int2IntOpenHashMap();
        for (int each : cases) {
            for (int title : lists.get(each)) {
                times.addTo(title, 1);
            }
        }
        return times;
    }

    private double coverage(int[] cases) {
        return (double) timesSuggested(cases).size() / Math.max(1, popularity.length);
    }

    /*
     * With titles ranked from the least suggested, of rank r (from 1) and x times suggested:
     *
     *     G = sum of (2r - n - 1) x / (n * sum of x)
     *
     * Those never suggested come first and add nothing.
     */
    private double gini(int[] cases) {
        int[] times = timesSuggested(cases).values().toIntArray();
        Arrays.sort(times);
        int titles = popularity.length;
        int never = titles - times.length;
        double weighed = 0;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            weighed += (2.0 * (never + i + 1) - titles - 1) * times[i];
            sum += times[i];
        }
        return sum == 0 ? 0 : weighed / (titles * sum);
    }

    /* Bits of news in each list; a title that nobody borrowed counts as if by one patron. */
    private double[] surprise() {
        return lists.stream()
                .mapToDouble(
                        list ->
                                list.stream()
                                        .mapToDouble(
                                                title ->
                                                        Math.log(
                                                                        (double) patrons
                                                                                / Math.max(
                                                                                        1,
                                                                                        popularity[
                                                                                                title]))
                                                                / Math.log(2))
                                        .sum())
                .toArray();
    }

    private double[] lengths() {
        return lists.stream().mapToDouble(List::size).toArray();
    }
}
