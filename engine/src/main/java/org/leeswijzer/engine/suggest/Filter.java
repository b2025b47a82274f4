package org.leeswijzer.engine.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.WorkKey;

/**
 * What is never suggested: the seeds themselves and other editions of them, what the question leaves out, what no
 * library shows or the asking one does not hold, what only loans have named, and adult titles on children's seeds.
 */
final class Filter {
    private final Catalogue catalogue;
    private final Question question;
    private final Set<Integer> seeds;
    private final Set<WorkKey> works = new HashSet<>();
    private final boolean forChildren;

    Filter(Catalogue catalogue, Question question, List<Integer> seeds) {
        this.catalogue = catalogue;
        this.question = question;
        this.seeds = Set.copyOf(seeds);
        boolean children = !seeds.isEmpty();
        for (int seed : seeds) {
            Optional<Description> description = catalogue.title(seed).description();
            description.flatMap(WorkKey::of).ifPresent(works::add);
            children &=
                    description
                            .map(Description::audience)
                            .filter(Audience.CHILDREN::equals)
                            .isPresent();
        }
        forChildren = children;
    }

    boolean accepts(int number) {
        if (seeds.contains(number) || question.exclude().contains(number)) {
            return false;
        }
        Title title = catalogue.title(number);
        if (title.shownIn(question.onlyHeld() ? question.library() : null).isEmpty()) {
            return false;
        }
        return title.description().filter(this::suits).isPresent();
    }

    private boolean suits(Description description) {
        return !(forChildren && description.audience() == Audience.ADULT)
                && WorkKey.of(description).filter(works::contains).isEmpty();
    }
}
