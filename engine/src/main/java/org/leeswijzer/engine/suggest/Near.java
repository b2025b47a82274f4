package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.kinship.Traits;

/** {@link Dial#CLOSE}: what shares a series, an author and subjects with the seeds comes forward. */
final class Near implements Weighing {
    /*
     * In this order: the next part of a series is nearer than another book by the same hand, and that is nearer than another
     * book about the same. A candidate with all three comes before one that stood a hundred times as high with none.
     */
    private static final double SAME_SERIES = -3;
    private static final double SAME_AUTHOR = -2;
    private static final double SAME_SUBJECTS = -2;

    private final SeedTraits seeds;

    Near(SeedTraits seeds) {
        this.seeds = seeds;
    }

    @Override
    public double of(Accepted candidate) {
        Traits traits = candidate.traits();
        return (seeds.hasSeriesOf(traits) ? SAME_SERIES : 0)
                + (seeds.hasAuthorOf(traits) ? SAME_AUTHOR : 0)
                + SAME_SUBJECTS * seeds.shareOf(traits.subjects());
    }

    @Override
    public double beside(Accepted candidate, Accepted shown) {
        return 0;
    }
}
