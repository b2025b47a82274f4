package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** How much speaks for each title, and which are the best of them. For one thread. */
final class Scores {
    private final double[] scores;

    /** @param unknown what a title scores for which nothing is added */
    Scores(int titles, double unknown) {
        scores = new double[titles];
        Arrays.fill(scores, unknown);
    }

    /** Nothing speaks for any title yet. */
    Scores(int titles) {
        this(titles, 0);
    }

    void add(int title, double score) {
        scores[title] += score;
    }

    void multiply(int title, double factor) {
        scores[title] *= factor;
    }

    void set(int title, double score) {
        scores[title] = score;
    }

    double of(int title) {
        return scores[title];
    }

    /**
     * The best titles: by falling score, then by rising number.
     *
     * @param above what scores no more than this is no suggestion
     * @param seen titles to leave out
     */
    List<Integer> best(double above, int[] seen, int limit) {
        for (int title : seen) {
            scores[title] = Double.NEGATIVE_INFINITY;
        }
        Comparator<Integer> worstFirst =
                Comparator.comparingDouble((Integer title) -> scores[title])
                        .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        for (int title = 0; title < scores.length; title++) {
            // What comes later must be better: of equals the lower number stays.
            if (scores[title] > above
                    && (best.size() < limit || scores[title] > scores[best.element()])) {
                best.add(title);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        return Stream.generate(best::remove)
                .limit(best.size())
                .sorted(worstFirst.reversed())
                .toList();
    }
}
