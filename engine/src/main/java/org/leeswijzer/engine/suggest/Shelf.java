package org.leeswijzer.engine.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is shown, best first: no work twice, and no more of one author or series than the caps allow. For one thread. */
final class Shelf {
    private final Caps caps;
    private final int limit;
    private final boolean countsAuthors;
    private final boolean countsSeries;
    private final List<Accepted> titles = new ArrayList<>();
    private final Editions works = new Editions();
    private final Map<String, Integer> byAuthor = new HashMap<>();
    private final Map<String, Integer> bySeries = new HashMap<>();

    /** @param limit at most so many titles */
    Shelf(Caps caps, int limit) {
        this.caps = caps;
        this.limit = limit;
        // Names are cut into one form only where a cap can be reached.
        int most = Math.min(limit, Question.MAX_LIMIT);
        countsAuthors = caps.perAuthor() < most;
        countsSeries = caps.perSeries() < most;
    }

    boolean isFull() {
        return titles.size() >= limit;
    }

    /** What stands on it, in the order in which it came. */
    List<Accepted> titles() {
        return titles;
    }

    /** Puts the candidate on it, or says why not. */
    Optional<Refusal> offer(Accepted candidate) {
        Optional<Refusal> refusal = refusal(candidate);
        if (refusal.isEmpty()) {
            titles.add(candidate);
            works.add(candidate.title(), candidate.description());
            if (countsAuthors) {
                count(candidate.traits().authors().keySet(), byAuthor);
            }
            if (countsSeries) {
                count(candidate.traits().series().keySet(), bySeries);
            }
        }
        return refusal;
    }

    private Optional<Refusal> refusal(Accepted candidate) {
        if (works.of(candidate.title(), candidate.description()).isPresent()) {
            return Optional.of(new Refusal(Refusal.Kind.OTHER_EDITION, ""));
        }
        Optional<String> author =
                countsAuthors
                        ? full(candidate.traits().authors(), byAuthor, caps.perAuthor())
                        : Optional.empty();
        Optional<String> series =
                countsSeries
                        ? full(candidate.traits().series(), bySeries, caps.perSeries())
                        : Optional.empty();
        return author.map(name -> new Refusal(Refusal.Kind.AUTHOR, name))
                .or(() -> series.map(name -> new Refusal(Refusal.Kind.SERIES, name)));
    }

    /* The first of the names that has no room left, as the candidate writes it. */
    private static Optional<String> full(
            Map<String, String> names, Map<String, Integer> counts, int cap) {
        return names.entrySet().stream()
                .filter(name -> counts.getOrDefault(name.getKey(), 0) >= cap)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void count(Set<String> names, Map<String, Integer> counts) {
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
    }

    /**
     * Why a candidate is not on it.
     *
     * @param name of the author or series; empty for an edition
     */
    record Refusal(Kind kind, String name) {
        enum Kind {
            OTHER_EDITION,
            AUTHOR,
            SERIES
        }
    }
}
