package org.leeswijzer.benchmarks.accuracy.search;

/** What a pair of titles counts by what is known of it. */
@FunctionalInterface
interface Scorer {
    /** Dunning's ratio of the overlap; 0 where it is not above chance. */
    Scorer LOG_LIKELIHOOD = (pair, a, b, patrons) -> ratio(pair.overlap(), a, b, patrons);

    /**
     * The score.
     *
     * @param a patrons who borrowed the seed
     * @param b patrons who borrowed the other
     */
    double of(PairCounts.Pair pair, double a, double b, double patrons);

    /** The overlap over the other's borrowers, and so many more, to a power. */
    static Scorer damped(double power, double prior) {
        return (pair, a, b, patrons) -> pair.overlap() / Math.pow(b + prior, power);
    }

    /** This, but 0 where the overlap is not above chance. */
    default Scorer aboveChance() {
        return (pair, a, b, patrons) ->
                pair.overlap() * patrons > a * b ? of(pair, a, b, patrons) : 0;
    }

    /** Any count instead of the overlap. */
    static double ratio(double both, double a, double b, double patrons) {
        if (both * patrons <= a * b) {
            return 0;
        }
        double rows = entropy(a, patrons - a);
        double columns = entropy(b, patrons - b);
        double cells = entropy(both, a - both, b - both, patrons - a - b + both);
        return Math.max(0, 2 * (rows + columns - cells));
    }

    private static double entropy(double... counts) {
        double sum = 0;
        double parts = 0;
        for (double count : counts) {
            sum += count;
            parts += count > 0 ? count * Math.log(count) : 0;
        }
        return sum * Math.log(sum) - parts;
    }
}
