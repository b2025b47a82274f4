package org.leeswijzer.engine.suggest;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.feedback.Voices;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.Shared;
import org.leeswijzer.engine.popular.Popular;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.suggest.Answer.Nothing;

/** Turns neighbours and kin into suggestions. Safe for use by many threads. */
public final class Suggester {
    /** The most titles that one list can have. */
    public static final int MAX_SEEDS = 1000;

    private final Catalogue catalogue;
    private final Neighbours neighbours;
    private final Kinship kinship;
    private final Supplier<Blend> blend;
    private final Voices voices;
    private final MostBorrowed mostBorrowed;
    private volatile Weights lastUsed = new Weights(Blend.DEFAULT);

    /**
     * Puts it together.
     *
     * @param blend asked for at every call, since a retrain may tune it
     * @param voices what readers say of suggestions
     */
    public Suggester(
            Catalogue catalogue,
            Neighbours neighbours,
            Kinship kinship,
            Supplier<Blend> blend,
            Voices voices) {
        this.catalogue = catalogue;
        this.neighbours = neighbours;
        this.kinship = kinship;
        this.blend = blend;
        this.voices = voices;
        mostBorrowed = new MostBorrowed(catalogue, neighbours);
    }

    /** The same where no reader has said anything. */
    public Suggester(
            Catalogue catalogue, Neighbours neighbours, Kinship kinship, Supplier<Blend> blend) {
        this(catalogue, neighbours, kinship, blend, Voices.NONE);
    }

    /** For the page of one title: what its readers also borrowed first, then its kin. */
    public Answer forTitle(int title, Question question) {
        List<Candidate> candidates = candidates(title, question);
        return answer(
                selection(question, List.of(title)).choose(candidates.stream()),
                candidates.isEmpty());
    }

    /** All that speaks for a title's page, best first: at most a hundred neighbours and a hundred kin. */
    List<Candidate> candidates(int title, Question question) {
        Testimony testimony = testimony(question);
        List<Testimony.Weighed> loans = testimony.loans(title);
        loans.sort(Testimony.Weighed.BEST_FIRST);
        List<Candidate> candidates = new ArrayList<>();
        IntSet taken = new IntOpenHashSet();
        for (Testimony.Weighed each : loans) {
            taken.add(each.title());
            candidates.add(
                    new Candidate(each.title(), each.score(), Basis.LOANS, title, each.both()));
        }
        for (Testimony.Weighed each : testimony.kin(title)) {
            if (!taken.contains(each.title())) {
                candidates.add(new Candidate(each.title(), each.score(), Basis.KINSHIP, title, 0));
            }
        }
        return candidates;
    }

    Selection selection(Question question, List<Integer> seeds) {
        return new Selection(catalogue, neighbours, question, seeds);
    }

    private Testimony testimony(Question question) {
        return new Testimony(neighbours, kinship, weights(), voices, question);
    }

    /* Making weights takes longer than an answer; a retrain that tunes the blend is rare. */
    private Weights weights() {
        Blend now = blend.get();
        Weights weights = lastUsed;
        if (!weights.blend().equals(now)) {
            weights = new Weights(now);
            lastUsed = weights;
        }
        return weights;
    }

    /**
     * For a list or for a patron's past loans: every seed speaks, newer ones louder. For those who have not told of any title
     * it is what most patrons borrow.
     *
     * @param seeds at most {@link #MAX_SEEDS}; of a title that is there twice the later day counts
     * @throws IllegalArgumentException if there are more
     */
    public Answer forSeeds(List<Seed> seeds, Question question) {
        if (seeds.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(
                    "titles are %d: give at most %d".formatted(seeds.size(), MAX_SEEDS));
        }
        if (seeds.isEmpty()) {
            return answer(
                    selection(question, List.of()).choose(mostBorrowed.of(question.scope())), true);
        }
        List<Seed> each = latestOfEach(seeds);
        Testimony testimony = testimony(question);
        Evidence evidence = new Evidence();
        for (Seed seed : each) {
            long age = (long) each.get(0).day() - seed.day();
            hear(seed.title(), testimony.weight(seed.title(), age), testimony, evidence);
        }
        List<Integer> titles = each.stream().map(Seed::title).toList();
        return answer(selection(question, titles).choose(candidates(evidence)), evidence.isEmpty());
    }

    /* One by one as they are asked for: of hundreds of thousands a few are shown. */
    private static Stream<Candidate> candidates(Evidence evidence) {
        return Arrays.stream(evidence.ranked())
                .filter(place -> evidence.score(place) > 0)
                .mapToObj(
                        place ->
                                new Candidate(
                                        evidence.title(place),
                                        evidence.score(place),
                                        evidence.basis(place),
                                        evidence.seed(place),
                                        evidence.both(place)));
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
        return forSeeds(recent, question.without(exclude));
    }

    /**
     * Of titles that many patrons borrowed, those that the question lets pass, in their order.
     *
     * @param basis what they have in common
     */
    public Answer ofPopular(List<Popular> titles, Basis basis, Question question) {
        Stream<Candidate> candidates =
                titles.stream()
                        .map(
                                each ->
                                        new Candidate(
                                                each.title(),
                                                each.score(),
                                                basis,
                                                Reason.NO_SEED,
                                                each.borrowers()));
        Answer answer = answer(selection(question, List.of()).choose(candidates), titles.isEmpty());
        return titles.isEmpty() ? Answer.NOTHING_BORROWED : answer;
    }

    private static List<Seed> latestOfEach(List<Seed> seeds) {
        Map<Integer, Seed> latest = new TreeMap<>();
        for (Seed seed : seeds) {
            latest.merge(seed.title(), seed, (a, b) -> a.day() >= b.day() ? a : b);
        }
        return latest.values().stream().sorted(Seed.NEWEST_FIRST).toList();
    }

    private static void hear(int seed, double weight, Testimony testimony, Evidence evidence) {
        for (Testimony.Weighed each : testimony.loans(seed)) {
            evidence.loans(each.title(), weight * each.score(), seed, each.both());
        }
        for (Testimony.Weighed each : testimony.kin(seed)) {
            evidence.kinship(each.title(), weight * each.score(), seed);
        }
    }

    Suggestion suggestion(Accepted shown, int rank) {
        Candidate candidate = shown.candidate();
        Reason reason =
                switch (candidate.basis()) {
                    case LOANS -> alsoBorrowed(candidate.seed());
                    case KINSHIP -> alike(candidate.seed(), candidate.title());
                    case POPULARITY -> Reason.MOST_BORROWED;
                    case RISING -> Reason.ON_THE_RISE;
                };
        return new Suggestion(
                shown.title(),
                rank,
                candidate.score(),
                candidate.basis(),
                reason,
                candidate.both());
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

    private Answer answer(List<Accepted> shown, boolean noneAtAll) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Accepted each : shown) {
            suggestions.add(suggestion(each, suggestions.size() + 1));
        }
        Optional<Nothing> nothing =
                suggestions.isEmpty()
                        ? Optional.of(noneAtAll ? Nothing.NOTHING_SIMILAR : Nothing.ALL_FILTERED)
                        : Optional.empty();
        return new Answer(suggestions, nothing);
    }
}
