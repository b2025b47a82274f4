package org.leeswijzer.engine.similarity;

/**
 * How much less a neighbour counts that many patrons borrow, whatever else they borrowed. Immutable.
 *
 * <p>It is that of RP3beta (Paudel et al., Updatable, Accurate, Diverse, and Scalable Recommendations for Interactive
 * Applications, ACM TiiS 7(1), 2016), with {@link #PRIOR} borrowers more so that no rare title soars.
 */
public final class PopularityPenalty {
    /** The power that did well on all sets of real loans that were at hand; by it the neighbours of a title are chosen. */
    public static final double DEFAULT_POWER = 0.3;

    /** So many patrons more are counted with every title's own. */
    public static final double PRIOR = 10;

    private static final int TABLED = 4096;

    private final double power;
    private final double[] factors = new double[TABLED];

    /** @param power to which borrowers are raised, 0 for no penalty, at most 1 */
    public PopularityPenalty(double power) {
        this.power = power;
        for (int borrowers = 0; borrowers < TABLED; borrowers++) {
            factors[borrowers] = factor(borrowers);
        }
    }

    /** What one shared patron counts, above 0 and less than 1 unless there is no penalty. */
    public double of(int borrowers) {
        return borrowers < TABLED ? factors[borrowers] : factor(borrowers);
    }

    private double factor(int borrowers) {
        return StrictMath.pow(borrowers + PRIOR, -power);
    }
}
