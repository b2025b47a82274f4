package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.kinship.Traits;
import org.leeswijzer.engine.similarity.Scope;

/** {@link Dial#DISCOVER}: what everybody borrows, the seeds' own authors, and subjects that are shown already go back. */
final class Far implements Weighing {
    /*
     * How new a title is to readers is the self-information of meeting it, -log2 of the share of patrons who borrowed it
     * (Zhou and others, Solving the apparent diversity-accuracy dilemma of recommender systems, PNAS 107(10), 2010), so
     * against the logarithm of the place half as many borrowers make up for standing twice as far down. Only whole doublings
     * count, and none below minBorrowers: no single loan shows, and what is not told of few patrons does not order them.
     * All candidates have evidence of their own, so the rarest of them is no random title.
     */
    private static final double SAME_AUTHOR = 2;
    private static final double SAME_SERIES = 2;
    private static final double SAME_SUBJECTS = 2;

    private final SeedTraits seeds;
    private final Popularity popularity;
    private final Scope scope;

    Far(SeedTraits seeds, Popularity popularity, Scope scope) {
        this.seeds = seeds;
        this.popularity = popularity;
        this.scope = scope;
    }

    @Override
    public double of(Accepted candidate) {
        Traits traits = candidate.traits();
        return doublings(popularity.of(scope, candidate.title().number()))
                + (seeds.hasAuthorOf(traits) ? SAME_AUTHOR : 0)
                + (seeds.hasSeriesOf(traits) ? SAME_SERIES : 0);
    }

    private static int doublings(int patrons) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, patrons));
    }

    @Override
    public double beside(Accepted candidate, Accepted shown) {
        return SAME_SUBJECTS
                * SeedTraits.share(candidate.traits().subjects(), shown.traits().subjects());
    }
}
