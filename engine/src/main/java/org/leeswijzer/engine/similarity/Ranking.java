package org.leeswijzer.engine.similarity;

/** Turns the counts of one title into its neighbours. Not safe for use by many threads; use one over and over. */
public final class Ranking {
    private final int minBorrowers;
    private final TopNeighbours best = new TopNeighbours(Row.MOST);

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
        long borrowers = marginals.borrowers(title);
        long patrons = marginals.patrons();
        for (int i = 0; i < counts.size(); i++) {
            int other = counts.title(i);
            int both = counts.both(other);
            if (both >= minBorrowers && other != title) {
                offer(
                        other,
                        counts.overlap(other),
                        both,
                        borrowers,
                        marginals.borrowers(other),
                        patrons);
            }
        }
        return best.take();
    }

    private void offer(
            int other, long overlap, int both, long borrowers, long othersBorrowers, long patrons) {
        if (!LogLikelihoodRatio.isAboveChance(overlap, borrowers, othersBorrowers, patrons)
                || LogLikelihoodRatio.atMost(overlap, borrowers, othersBorrowers, patrons)
                        < best.threshold()) {
            return;
        }
        float score = LogLikelihoodRatio.of(overlap, borrowers, othersBorrowers, patrons);
        if (score > 0) {
            best.offer(other, score, both);
        }
    }
}
