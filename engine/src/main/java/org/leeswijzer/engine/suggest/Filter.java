package org.leeswijzer.engine.suggest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Title;

/**
 * What is never suggested: the seeds themselves and other editions of them, what the question leaves out, what no
 * library shows or the asking one does not hold, editions that are not wanted, what only loans have named, and adult titles
 * on children's seeds.
 */
final class Filter {
    private final Catalogue catalogue;
    private final Question question;
    private final Set<Integer> seeds;
    private final Editions works = new Editions();
    private final boolean forChildren;

    Filter(Catalogue catalogue, Question question, List<Integer> seeds) {
        this.catalogue = catalogue;
        this.question = question;
        this.seeds = Set.copyOf(seeds);
        boolean children = !seeds.isEmpty();
        for (int seed : seeds) {
            Title title = catalogue.title(seed);
            Optional<Description> description = title.description();
            description.ifPresent(described -> works.add(title, described));
            children &=
                    description
                            .map(Description::audience)
                            .filter(Audience.CHILDREN::equals)
                            .isPresent();
        }
        forChildren = children;
    }

    /** The candidate with its title; empty if something stands in its way. */
    Optional<Accepted> accept(Candidate candidate) {
        int number = candidate.title();
        if (seeds.contains(number) || question.exclude().contains(number)) {
            return Optional.empty();
        }
        Title title = catalogue.title(number);
        if (question.shown(title, catalogue).isEmpty()) {
            return Optional.empty();
        }
        return title.description()
                .filter(description -> suits(title, description))
                .map(description -> new Accepted(candidate, title, description));
    }

    /** What stands in a title's way; empty exactly where it would be accepted. */
    Optional<Obstacle> obstacle(int number) {
        if (seeds.contains(number)) {
            return Optional.of(Obstacle.SAME_WORK);
        }
        Title title = catalogue.title(number);
        Optional<Description> description = title.description();
        if (description.isEmpty()) {
            return Optional.of(Obstacle.UNDESCRIBED);
        } else if (isSameWork(title, description.get())) {
            return Optional.of(Obstacle.SAME_WORK);
        } else if (!isShown(title)) {
            return Optional.of(isHidden(title) ? Obstacle.SUPPRESSED : Obstacle.NOT_HELD);
        } else if (question.shown(title, catalogue).isEmpty()) {
            return Optional.of(Obstacle.NOT_WANTED);
        } else if (!suits(title, description.get())) {
            return Optional.of(Obstacle.ADULT_FOR_CHILDREN);
        }
        return question.exclude().contains(number)
                ? Optional.of(Obstacle.EXCLUDED)
                : Optional.empty();
    }

    private boolean isShown(Title title) {
        return title.shownIn(question.onlyHeld() ? question.library() : null).isPresent();
    }

    private boolean isHidden(Title title) {
        return title.shownIn(null).isEmpty()
                || title.records().stream()
                        .anyMatch(record -> record.library().equals(question.library()));
    }

    private boolean suits(Title title, Description description) {
        return !(forChildren && description.audience() == Audience.ADULT)
                && !isSameWork(title, description);
    }

    private boolean isSameWork(Title title, Description description) {
        return works.of(title, description).isPresent();
    }
}
