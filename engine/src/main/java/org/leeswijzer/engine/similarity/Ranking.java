package org.leeswijzer.engine.similarity;

/** Turns the counts of one title into its neighbours. Not safe for use by many threads; use one over and over. */
public final class Ranking {
    /*
     * A ratio takes Mahout eleven logarithms, an upper bound of it none. Where there are no more candidates than are kept,
     * each needs its ratio. Where there are more, those with the hundred highest bounds are scored first, and then those
     * others whose bound reaches the lowest score so far: hardly any. A bound below it is a score below a hundred others,
     * so the result is that of scoring all.
     */
    private final int minBorrowers;
    private final TopNeighbours best = new TopNeighbours(Row.MOST);

    private final Candidates gathered = new Candidates();
    private double[] bounds = new double[Row.MOST];
    private double[] partitioned = new double[Row.MOST];

    /** @param minBorrowers a pair with fewer shared patrons is no neighbour, at least 1 */
    public Ranking(int minBorrowers) {
        if (minBorrowers < 1) {
            throw new IllegalArgumentException(
                    "minBorrowers is %d: give at least 1".formatted(minBorrowers));
        }
        this.minBorrowers = minBorrowers;
    }

    /** The best neighbours of the title, from its counts with every other title. */
    public Row rank(int title, CoCounts counts, Marginals marginals) {
        counts.gather(minBorrowers, gathered);
        gathered.keepAboveChance(title, marginals);
        return rank(title, gathered, marginals);
    }

    /** The best of candidates that all have enough shared patrons and are above chance. */
    Row rank(int title, Candidates candidates, Marginals marginals) {
        if (candidates.size > Row.MOST) {
            scoreWorthy(title, candidates, marginals);
        } else {
            for (int i = 0; i < candidates.size; i++) {
                score(i, title, candidates, marginals);
            }
        }
        return best.take();
    }

    private void scoreWorthy(int title, Candidates candidates, Marginals marginals) {
        int size = candidates.size;
        findBounds(title, candidates, marginals);
        double high = highest(size, Row.MOST);
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (bounds[i] >= high) {
                lowest = Math.min(lowest, score(i, title, candidates, marginals));
            }
        }
        for (int i = 0; i < size; i++) {
            if (bounds[i] >= lowest && bounds[i] < high) {
                score(i, title, candidates, marginals);
            }
        }
    }

    private void findBounds(int title, Candidates candidates, Marginals marginals) {
        long borrowers = marginals.borrowers(title);
        long patrons = marginals.patrons();
        if (bounds.length < candidates.size) {
            bounds = new double[candidates.size * 2];
            partitioned = new double[bounds.length];
        }
        for (int i = 0; i < candidates.size; i++) {
            bounds[i] =
                    LogLikelihoodRatio.atMost(
                            candidates.overlap(i),
                            borrowers,
                            marginals.borrowers(candidates.titles[i]),
                            patrons);
        }
    }

    /* The bound that so many reach, by Hoare's FIND (Communications of the ACM 4(7), 1961). */
    private double highest(int size, int count) {
        System.arraycopy(bounds, 0, partitioned, 0, size);
        double[] values = partitioned;
        int wanted = size - count;
        int from = 0;
        int to = size - 1;
        while (from < to) {
            double pivot = values[wanted];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (high < wanted) {
                from = low;
            }
            if (wanted < low) {
                to = high;
            }
        }
        return values[wanted];
    }

    private float score(int index, int title, Candidates candidates, Marginals marginals) {
        int other = candidates.titles[index];
        float score =
                LogLikelihoodRatio.of(
                        candidates.overlap(index),
                        marginals.borrowers(title),
                        marginals.borrowers(other),
                        marginals.patrons());
        if (score > 0) {
            best.offer(
                    other,
                    score,
                    candidates.both(index),
                    TimeWeight.patrons(candidates.overlap(index)));
        }
        return score;
    }
}
