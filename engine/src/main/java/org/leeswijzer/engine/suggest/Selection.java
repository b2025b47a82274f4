package org.leeswijzer.engine.suggest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.kinship.Traits;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.suggest.Shelf.Refusal;

/** Decides which of the ranked candidates an answer shows, and in what order: filter, mode, editions, caps. */
final class Selection {
    /*
     * A mode moves the first so many that are accepted, whatever the limit: then a longer answer begins with the shorter
     * one, and no candidate is moved up from where hardly anything speaks for it.
     */
    private static final int WINDOW = 200;

    /* Of a long list the newest say what is near; cutting the names of all would take longer than answering. */
    private static final int MOST_DESCRIBED = 100;

    private final Catalogue catalogue;
    private final Neighbours neighbours;
    private final Question question;
    private final List<Integer> seeds;
    private final Filter filter;

    /** @param seeds the newest first */
    Selection(Catalogue catalogue, Neighbours neighbours, Question question, List<Integer> seeds) {
        this.catalogue = catalogue;
        this.neighbours = neighbours;
        this.question = question;
        this.seeds = seeds;
        filter = new Filter(catalogue, question, seeds);
    }

    Filter filter() {
        return filter;
    }

    /** What is shown, best first, no more than the question's limit. */
    List<Accepted> choose(Stream<Candidate> ranked) {
        return choose(ranked, question.limit(), (candidate, refusal) -> {});
    }

    /**
     * The same for another limit; of two limits the answer for the lower is the beginning of the other.
     *
     * @param witness is told which accepted candidates are not shown, and why
     */
    List<Accepted> choose(
            Stream<Candidate> ranked, int limit, BiConsumer<Accepted, Refusal> witness) {
        Iterator<Accepted> accepted =
                ranked.map(filter::accept).flatMap(Optional::stream).iterator();
        Shelf shelf = new Shelf(question.dials().caps(), limit);
        if (isRearranged()) {
            List<Accepted> first = new ArrayList<>();
            while (first.size() < WINDOW && accepted.hasNext()) {
                first.add(accepted.next());
            }
            new Arrangement(oneOfEachWork(first, witness), weighing())
                    .give(each -> offer(each, shelf, witness), shelf);
        }
        while (!shelf.isFull() && accepted.hasNext()) {
            offer(accepted.next(), shelf, witness);
        }
        return shelf.titles();
    }

    private static boolean offer(
            Accepted each, Shelf shelf, BiConsumer<Accepted, Refusal> witness) {
        Optional<Refusal> refusal = shelf.offer(each);
        refusal.ifPresent(why -> witness.accept(each, why));
        return refusal.isEmpty();
    }

    private boolean isRearranged() {
        return question.dials().mode() != Dial.BALANCED || prefersHeld();
    }

    /* Where all that is accepted is held, or nobody in particular asks, the better ranked edition is the one. */
    private boolean prefersHeld() {
        return question.library() != null && !question.onlyHeld();
    }

    private List<Accepted> oneOfEachWork(
            List<Accepted> ranked, BiConsumer<Accepted, Refusal> witness) {
        Library library = question.library();
        if (library == null || question.onlyHeld()) {
            return ranked;
        }
        List<Accepted> kept = Editions.heldOf(ranked, library);
        for (Accepted each : ranked) {
            if (!kept.contains(each)) {
                witness.accept(each, new Refusal(Refusal.Kind.OTHER_EDITION, ""));
            }
        }
        return kept;
    }

    private Weighing weighing() {
        return switch (question.dials().mode()) {
            case BALANCED -> Weighing.NONE;
            case CLOSE -> new Near(seedTraits());
            case DISCOVER -> new Far(seedTraits(), neighbours, question.scope());
        };
    }

    private SeedTraits seedTraits() {
        return SeedTraits.of(
                seeds.stream()
                        .limit(MOST_DESCRIBED)
                        .map(catalogue::title)
                        .map(Title::description)
                        .flatMap(Optional::stream)
                        .map(Traits::of)
                        .toList());
    }
}
