package org.leeswijzer.engine.suggest;

import java.util.Set;
import org.leeswijzer.engine.kinship.Traits;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;

/** {@link Dial#DISCOVER}: what everybody borrows, the seeds' own authors, and subjects that are shown already go back. */
final class Far implements Weighing {
    /*
     * How new a title is to readers is the self-information of meeting it, -log2 of the share of patrons who borrowed it
     * (Zhou and others, Solving the apparent diversity-accuracy dilemma of recommender systems, PNAS 107(10), 2010), so
     * against the logarithm of the place half as many borrowers make up for standing not quite twice as far down. At
     * twice or more the order would be that of rarity alone, and what readers go on to is lost from it: that, and how much
     * an author and a subject weigh beside it, was chosen on validation splits of real loans.
     *
     * Only whole doublings count, and none below minBorrowers: no single loan shows, and what is not told of few patrons
     * does not order them. All candidates have evidence of their own, so the rarest of them is no random title. Subjects
     * weigh less than authors: where a catalogue has few of them, shunning what is shown already leads back to what everybody
     * borrows.
     */
    private static final double POPULARITY = 0.85;
    private static final double SAME_AUTHOR = 2;
    private static final double SAME_SERIES = 2;
    private static final double SAME_SUBJECTS = 1;

    private final SeedTraits seeds;
    private final Marginals marginals;
    private final int minBorrowers;

    Far(SeedTraits seeds, Neighbours neighbours, Scope scope) {
        this.seeds = seeds;
        marginals = neighbours.marginals(scope);
        minBorrowers = neighbours.minBorrowers();
    }

    @Override
    public double of(Accepted candidate) {
        Traits traits = candidate.traits();
        return POPULARITY * doublings(candidate.title().number())
                + author(traits)
                + (seeds.hasSeriesOf(traits) ? SAME_SERIES : 0);
    }

    /* A title that does not say by whom it is may be by one of them: it should not come forward for that. */
    private double author(Traits traits) {
        if (traits.authors().isEmpty()) {
            return SAME_AUTHOR / 2;
        }
        return seeds.hasAuthorOf(traits) ? SAME_AUTHOR : 0;
    }

    private int doublings(int title) {
        int patrons = Math.max(minBorrowers, marginals.borrowers(title));
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(patrons);
    }

    @Override
    public double beside(Accepted candidate, Accepted shown) {
        Set<String> subjects = candidate.traits().subjects();
        return subjects.isEmpty()
                ? SAME_SUBJECTS / 2
                : SAME_SUBJECTS * SeedTraits.share(subjects, shown.traits().subjects());
    }
}
