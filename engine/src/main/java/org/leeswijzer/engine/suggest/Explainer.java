package org.leeswijzer.engine.suggest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.suggest.Explanation.Code;
import org.leeswijzer.engine.suggest.Shelf.Refusal;

/** Says why a title is suggested for another, or why not. Safe for use by many threads. */
public final class Explainer {
    /*
     * It goes the way of the suggestion itself, with the same code, and looks where the candidate stops. Loans are only
     * asked whether there are enough of them: two stores whose pairs differ below minBorrowers alone, with the same loans of
     * each title, give the same explanations. A test holds that for every explanation and every answer.
     */
    private final Catalogue catalogue;
    private final Suggester suggester;
    private final Kinship kinship;
    private final EnoughBorrowers enough;

    /** @param suggester whose answers are explained */
    public Explainer(
            Catalogue catalogue, Suggester suggester, Kinship kinship, EnoughBorrowers enough) {
        this.catalogue = catalogue;
        this.suggester = suggester;
        this.kinship = kinship;
        this.enough = enough;
    }

    /**
     * Why {@link Suggester#forTitle} answers the question with this candidate, or without it.
     *
     * @throws IllegalArgumentException if there is no title of that number
     */
    public Explanation explain(int seed, int candidate, Question question) {
        List<Candidate> ranked = suggester.candidates(seed, question);
        Selection selection = suggester.selection(question, List.of(seed));
        Optional<Obstacle> obstacle = selection.filter().obstacle(candidate);
        if (obstacle.isPresent()) {
            return Explanation.of(code(obstacle.get()), "");
        }
        return ranked.stream().anyMatch(each -> each.title() == candidate)
                ? ofRanked(ranked, selection, candidate, question.limit())
                : ofUnranked(ranked, seed, candidate, question);
    }

    private static Code code(Obstacle obstacle) {
        return switch (obstacle) {
            case SAME_WORK -> Code.SAME_WORK;
            case EXCLUDED -> Code.EXCLUDED;
            case UNDESCRIBED -> Code.UNDESCRIBED;
            case SUPPRESSED -> Code.SUPPRESSED;
            case NOT_HELD -> Code.NOT_HELD;
            case NOT_WANTED -> Code.NOT_WANTED;
            case ADULT_FOR_CHILDREN -> Code.ADULT_FOR_CHILDREN;
        };
    }

    private Explanation ofRanked(
            List<Candidate> ranked, Selection selection, int candidate, int limit) {
        Map<Integer, Refusal> refused = new HashMap<>();
        List<Accepted> shown =
                selection.choose(
                        ranked.stream(),
                        Integer.MAX_VALUE,
                        (each, refusal) -> refused.put(each.title().number(), refusal));
        for (int rank = 1; rank <= shown.size(); rank++) {
            Accepted each = shown.get(rank - 1);
            if (each.title().number() == candidate) {
                return rank <= limit
                        ? new Explanation(
                                Code.SUGGESTED,
                                "",
                                OptionalInt.of(rank),
                                Optional.of(suggester.suggestion(each, rank)))
                        : new Explanation(
                                Code.RANKED_BELOW, "", OptionalInt.of(rank), Optional.empty());
            }
        }
        Refusal refusal = refused.get(candidate);
        if (refusal == null) {
            throw new IllegalStateException("a candidate is neither shown nor refused");
        }
        return Explanation.of(code(refusal.kind()), refusal.name());
    }

    private static Code code(Refusal.Kind kind) {
        return switch (kind) {
            case OTHER_EDITION -> Code.OTHER_EDITION;
            case AUTHOR -> Code.CAPPED_AUTHOR;
            case SERIES -> Code.CAPPED_SERIES;
        };
    }

    /* What loans say comes first, as it does on the shelf. */
    private Explanation ofUnranked(
            List<Candidate> ranked, int seed, int candidate, Question question) {
        Set<Basis> bases = question.dials().bases();
        if (bases.contains(Basis.LOANS)) {
            for (int title : new int[] {seed, candidate}) {
                if (!enough.of(question.scope(), title)) {
                    return Explanation.of(Code.OUTSIDE_WINDOW, name(title));
                }
            }
            if (!enough.ofBoth(question.scope(), seed, candidate)) {
                return Explanation.of(Code.NOT_ENOUGH_BORROWERS, "");
            }
        }
        boolean isBelowOthers =
                bases.contains(Basis.LOANS)
                        ? count(ranked, Basis.LOANS) >= Row.MOST
                        : count(ranked, Basis.KINSHIP) >= Kinship.LIMIT
                                && kinship.shared(seed, candidate).isPresent();
        return Explanation.of(isBelowOthers ? Code.RANKED_BELOW : Code.NOT_SIMILAR, "");
    }

    private static long count(List<Candidate> ranked, Basis basis) {
        return ranked.stream().filter(each -> each.basis() == basis).count();
    }

    private String name(int title) {
        return catalogue.title(title).description().map(Description::title).orElse("");
    }
}
