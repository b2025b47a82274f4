package org.leeswijzer.engine.suggest;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.kinship.Kin;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.Shared;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Answer.Nothing;

/** Turns neighbours and kin into suggestions. Safe for use by many threads. */
public final class Suggester {
    /** The most titles that one list can have. */
    public static final int MAX_SEEDS = 1000;

    private final Catalogue catalogue;
    private final Neighbours neighbours;
    private final Kinship kinship;
    private final Supplier<Blend> blend;
    private volatile Weights lastUsed = new Weights(Blend.DEFAULT);

    /** @param blend asked for at every call, since a retrain may tune it */
    public Suggester(
            Catalogue catalogue, Neighbours neighbours, Kinship kinship, Supplier<Blend> blend) {
        this.catalogue = catalogue;
        this.neighbours = neighbours;
        this.kinship = kinship;
        this.blend = blend;
    }

    /** For the page of one title: what its readers also borrowed first, then its kin. */
    public Answer forTitle(int title, Question question) {
        Filter filter = new Filter(catalogue, question, List.of(title));
        List<Suggestion> suggestions = new ArrayList<>();
        IntSet taken = new IntOpenHashSet();
        Weights weights = weights();
        List<Weighed> alsoBorrowed = weighed(title, question.scope(), weights);
        alsoBorrowed.sort(Weighed.BEST_FIRST);
        for (Weighed weighed : alsoBorrowed) {
            Neighbour neighbour = weighed.neighbour();
            if (suggestions.size() < question.limit() && filter.accepts(neighbour.title())) {
                taken.add(neighbour.title());
                suggestions.add(
                        new Suggestion(
                                catalogue.title(neighbour.title()),
                                suggestions.size() + 1,
                                weighed.score(),
                                Basis.LOANS,
                                alsoBorrowed(title),
                                neighbour.both()));
            }
        }
        List<Kin> alike = kinship.of(title);
        for (Kin kin : alike) {
            if (suggestions.size() < question.limit()
                    && !taken.contains(kin.title())
                    && filter.accepts(kin.title())) {
                suggestions.add(
                        new Suggestion(
                                catalogue.title(kin.title()),
                                suggestions.size() + 1,
                                weights.kinship(kin.score()),
                                Basis.KINSHIP,
                                alike(title, kin.title()),
                                0));
            }
        }
        return answer(suggestions, alsoBorrowed.isEmpty() && alike.isEmpty());
    }

    /**
     * For a list or for a patron's past loans: every seed speaks, newer ones louder.
     *
     * @param seeds at most {@link #MAX_SEEDS}; of a title that is there twice the later day counts
     * @throws IllegalArgumentException if there are more
     */
    public Answer forSeeds(List<Seed> seeds, Question question) {
        if (seeds.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(
                    "titles are %d: give at most %d".formatted(seeds.size(), MAX_SEEDS));
        }
        List<Seed> each = latestOfEach(seeds);
        Evidence evidence = new Evidence();
        Weights weights = weights();
        Marginals marginals = neighbours.marginals(question.scope());
        for (Seed seed : each) {
            long age = (long) each.get(0).day() - seed.day();
            double weight = weights.seed(age, marginals.borrowers(seed.title()));
            hear(seed.title(), weight, weights, question.scope(), evidence);
        }
        Filter filter = new Filter(catalogue, question, each.stream().map(Seed::title).toList());
        List<Suggestion> suggestions = new ArrayList<>();
        for (int place : evidence.ranked()) {
            if (suggestions.size() == question.limit()) {
                break;
            }
            if (evidence.score(place) > 0 && filter.accepts(evidence.title(place))) {
                suggestions.add(suggestion(evidence, place, suggestions.size() + 1));
            }
        }
        return answer(suggestions, evidence.isEmpty());
    }

    /**
     * For a patron, from their own loans: the most recent speak, and none is suggested again.
     *
     * @param borrowed every title that counts for the patron, in any number
     */
    public Answer forPatron(List<Seed> borrowed, Question question) {
        Set<Integer> exclude = new HashSet<>(question.exclude());
        borrowed.forEach(loan -> exclude.add(loan.title()));
        List<Seed> recent =
                borrowed.stream()
                        .sorted(Seed.NEWEST_FIRST)
                        .limit(LoanTable.LONGEST_HISTORY)
                        .toList();
        return forSeeds(
                recent,
                new Question(
                        question.library(),
                        question.scope(),
                        question.onlyHeld(),
                        exclude,
                        question.limit()));
    }

    private static List<Seed> latestOfEach(List<Seed> seeds) {
        Map<Integer, Seed> latest = new TreeMap<>();
        for (Seed seed : seeds) {
            latest.merge(seed.title(), seed, (a, b) -> a.day() >= b.day() ? a : b);
        }
        return latest.values().stream().sorted(Seed.NEWEST_FIRST).toList();
    }

    private void hear(int seed, double weight, Weights weights, Scope scope, Evidence evidence) {
        for (Weighed weighed : weighed(seed, scope, weights)) {
            Neighbour neighbour = weighed.neighbour();
            evidence.loans(neighbour.title(), weight * weighed.score(), seed, neighbour.both());
        }
        for (Kin kin : kinship.of(seed)) {
            evidence.kinship(kin.title(), weight * weights.kinship(kin.score()), seed);
        }
    }

    /** A neighbour and what it counts for its seed. */
    private record Weighed(Neighbour neighbour, double score) {
        static final Comparator<Weighed> BEST_FIRST =
                Comparator.comparingDouble(Weighed::score)
                        .reversed()
                        .thenComparingInt(weighed -> weighed.neighbour().title());
    }

    private List<Weighed> weighed(int seed, Scope scope, Weights weights) {
        Marginals marginals = neighbours.marginals(scope);
        List<Weighed> weighed = new ArrayList<>();
        for (Neighbour neighbour : neighbours.of(scope, seed)) {
            int borrowers = marginals.borrowers(neighbour.title());
            weighed.add(new Weighed(neighbour, weights.loans(neighbour.overlap(), borrowers)));
        }
        return weighed;
    }

    /* Making one takes longer than an answer; a retrain that tunes the blend is rare. */
    private Weights weights() {
        Blend now = blend.get();
        Weights weights = lastUsed;
        if (!weights.blend().equals(now)) {
            weights = new Weights(now);
            lastUsed = weights;
        }
        return weights;
    }

    private Suggestion suggestion(Evidence evidence, int place, int rank) {
        int title = evidence.title(place);
        int seed = evidence.seed(place);
        Basis basis = evidence.basis(place);
        Reason reason = basis == Basis.LOANS ? alsoBorrowed(seed) : alike(seed, title);
        return new Suggestion(
                catalogue.title(title),
                rank,
                evidence.score(place),
                basis,
                reason,
                evidence.both(place));
    }

    private Reason alsoBorrowed(int seed) {
        return new Reason(Reason.Code.ALSO_BORROWED, seed, name(seed));
    }

    private Reason alike(int seed, int title) {
        Optional<Shared> shared = kinship.shared(seed, title);
        if (shared.isEmpty()) {
            return new Reason(Reason.Code.SIMILAR_TITLE, seed, name(seed));
        }
        String value = shared.get().value();
        return switch (shared.get().kind()) {
            case AUTHOR -> new Reason(Reason.Code.SAME_AUTHOR, seed, value);
            case SERIES -> new Reason(Reason.Code.SAME_SERIES, seed, value);
            case SUBJECT -> new Reason(Reason.Code.SAME_SUBJECT, seed, value);
            case WORDS -> new Reason(Reason.Code.SIMILAR_TITLE, seed, name(seed));
        };
    }

    /** The seed's name; empty as long as only loans have named it. */
    private String name(int seed) {
        return catalogue.title(seed).description().map(Description::title).orElse("");
    }

    private static Answer answer(List<Suggestion> suggestions, boolean noneAtAll) {
        Optional<Nothing> nothing =
                suggestions.isEmpty()
                        ? Optional.of(noneAtAll ? Nothing.NOTHING_SIMILAR : Nothing.ALL_FILTERED)
                        : Optional.empty();
        return new Answer(suggestions, nothing);
    }
}
