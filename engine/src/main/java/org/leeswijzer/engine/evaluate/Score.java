package org.leeswijzer.engine.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How well one list of suggestions, of ten if not said otherwise, foretold what a patron borrowed, or the mean of many.
 *
 * @param ndcg normalised discounted cumulative gain: hits count less further down; 1 is perfect (Jarvelin and Kekalainen,
 *     ACM TOIS 20(4), 2002)
 * @param recall share of the borrowed titles that were suggested, of at most as many as the list may have
 * @param hitRate 1 if any was
 * @param mrr 1 over the rank of the first hit
 */
public record Score(double ndcg, double recall, double hitRate, double mrr) {
    /** So many suggestions are judged. */
    public static final int DEPTH = 10;

    private static final Score NONE = new Score(0, 0, 0, 0);

    /** Judges one list, best first; what is beyond the tenth does not count. */
    public static Score of(List<Integer> suggested, Set<Integer> borrowed) {
        return of(suggested, borrowed, DEPTH);
    }

    /** Judges one list, best first; what is beyond the depth does not count. */
    public static Score of(List<Integer> suggested, Set<Integer> borrowed, int depth) {
        double gain = 0;
        double ideal = 0;
        int hits = 0;
        int first = 0;
        for (int rank = 1; rank <= depth; rank++) {
            double discount = Math.log(2) / Math.log(rank + 1.0);
            if (rank <= borrowed.size()) {
                ideal += discount;
            }
            if (rank <= suggested.size() && borrowed.contains(suggested.get(rank - 1))) {
                gain += discount;
                hits++;
                first = first == 0 ? rank : first;
            }
        }
        return hits == 0
                ? NONE
                : new Score(
                        gain / ideal,
                        (double) hits / Math.min(depth, borrowed.size()),
                        1,
                        1.0 / first);
    }

    /** The mean; zeros of nothing. */
    public static Score mean(Collection<Score> scores) {
        int count = Math.max(1, scores.size());
        return new Score(
                scores.stream().mapToDouble(Score::ndcg).sum() / count,
                scores.stream().mapToDouble(Score::recall).sum() / count,
                scores.stream().mapToDouble(Score::hitRate).sum() / count,
                scores.stream().mapToDouble(Score::mrr).sum() / count);
    }
}
