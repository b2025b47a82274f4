package org.leeswijzer.api.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one patron takes home, visit by visit. A series is mostly read from its beginning and soon after one another, a liked
 * author's other titles and the film of the book follow, and what goes home in one visit is more alike than what does not.
 */
final class Borrowing {
    private static final double BEGINS_AT_THE_BEGINNING = 0.8;
    private static final double WANTS_THE_NEXT = 0.65;
    private static final double WANTS_THE_AUTHOR = 0.35;
    private static final double WANTS_THE_OTHER_MEDIUM = 0.35;
    private static final double TAKES_WHAT_IS_WANTED = 0.7;
    private static final double SAME_GENRE_AS_THE_FIRST = 4;
    private static final double PER_THEME_OF_THE_FIRST = 2;

    private final List<DemoTitle> liked;
    private final double[] weights;
    private final FollowUps followUps;
    private final SplittableRandom random;

    /** Ids of what is liked and not yet borrowed. */
    private final Set<String> open;

    private final Deque<DemoTitle> wanted = new ArrayDeque<>();

    Borrowing(
            List<DemoTitle> held,
            Attraction attraction,
            FollowUps followUps,
            Taste taste,
            SplittableRandom random) {
        this.followUps = followUps;
        this.random = random;
        liked = held.stream().filter(title -> taste.weight(title) > 0).toList();
        weights =
                liked.stream()
                        .mapToDouble(title -> attraction.of(title) * taste.weight(title))
                        .toArray();
        open = liked.stream().map(DemoTitle::id).collect(Collectors.toSet());
    }

    /** The titles of one visit, at most so many; fewer if nothing else is to the patron's taste. */
    List<DemoTitle> visit(int size) {
        List<DemoTitle> bag = new ArrayList<>();
        while (bag.size() < size) {
            Optional<DemoTitle> title = pick(bag.isEmpty() ? null : bag.get(0));
            if (title.isEmpty()) {
                return bag;
            }
            bag.add(title.get());
            open.remove(title.get().id());
            want(title.get());
        }
        return bag;
    }

    /** Whether the patron knows what to come back for. */
    boolean isLookingForward() {
        return !wanted.isEmpty();
    }

    private Optional<DemoTitle> pick(@Nullable DemoTitle first) {
        while (!wanted.isEmpty() && random.nextDouble() < TAKES_WHAT_IS_WANTED) {
            DemoTitle title = wanted.removeFirst();
            if (isOpen(title)) {
                return Optional.of(title);
            }
        }
        return draw(first)
                .map(
                        title ->
                                random.nextDouble() < BEGINS_AT_THE_BEGINNING
                                        ? fromTheBeginning(title)
                                        : title);
    }

    private Optional<DemoTitle> draw(@Nullable DemoTitle first) {
        double[] chances = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            DemoTitle title = liked.get(i);
            if (isOpen(title)) {
                chances[i] = weights[i] * (first == null ? 1 : likeness(title, first));
                sum += chances[i];
            }
        }
        double lot = random.nextDouble() * sum;
        for (int i = 0; i < chances.length; i++) {
            lot -= chances[i];
            if (lot < 0) {
                return Optional.of(liked.get(i));
            }
        }
        return Optional.empty();
    }

    private static double likeness(DemoTitle title, DemoTitle first) {
        int shared = title.countThemes(first.themes());
        return (title.genre().equals(first.genre()) ? SAME_GENRE_AS_THE_FIRST : 1)
                * (1 + PER_THEME_OF_THE_FIRST * shared);
    }

    private DemoTitle fromTheBeginning(DemoTitle title) {
        return followUps.of(title).series().stream().filter(this::isOpen).findFirst().orElse(title);
    }

    private void want(DemoTitle title) {
        FollowUps.Links links = followUps.of(title);
        if (random.nextDouble() < WANTS_THE_NEXT) {
            links.next(title).ifPresent(wanted::addFirst);
        }
        if (random.nextDouble() < WANTS_THE_AUTHOR) {
            oneOf(links.author()).ifPresent(wanted::addLast);
        }
        if (random.nextDouble() < WANTS_THE_OTHER_MEDIUM) {
            oneOf(links.otherMedium()).ifPresent(wanted::addLast);
        }
    }

    private Optional<DemoTitle> oneOf(List<DemoTitle> titles) {
        List<DemoTitle> choice = titles.stream().filter(this::isOpen).toList();
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(fromTheBeginning(choice.get(random.nextInt(choice.size()))));
    }

    /* Not borrowed yet, and to the patron's taste: a grown-up's favourite author may have written for children too. */
    private boolean isOpen(DemoTitle title) {
        return open.contains(title.id());
    }
}
