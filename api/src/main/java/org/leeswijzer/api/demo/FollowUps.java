package org.leeswijzer.api.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What reading a title makes one want, of what the library holds. */
final class FollowUps {

    /**
     * For one title.
     *
     * @param series the same series in the same medium, in the order of the catalogue, the title among them; empty if it
     *     is in none
     * @param author the author's others, in the same medium
     * @param otherMedium the film of the book or the book of the film: of one name, or of one series
     */
    record Links(List<DemoTitle> series, List<DemoTitle> author, List<DemoTitle> otherMedium) {

        /** What comes after the title in its series. */
        Optional<DemoTitle> next(DemoTitle title) {
            return series.stream().skip(series.indexOf(title) + 1L).findFirst();
        }
    }

    private final Map<String, Links> byId = new HashMap<>();

    FollowUps(List<DemoTitle> held) {
        for (DemoTitle title : held) {
            Predicate<DemoTitle> sameMedium = other -> other.mediaType().equals(title.mediaType());
            byId.put(
                    title.id(),
                    new Links(
                            those(held, sameMedium.and(other -> inOneSeries(other, title))),
                            those(held, sameMedium.and(other -> byTheSame(other, title))),
                            those(held, sameMedium.negate().and(o -> ofOneStory(o, title)))));
        }
    }

    private static List<DemoTitle> those(List<DemoTitle> held, Predicate<DemoTitle> which) {
        return held.stream().filter(which).toList();
    }

    private static boolean inOneSeries(DemoTitle a, DemoTitle b) {
        return a.series().stream().anyMatch(b.series()::contains);
    }

    private static boolean byTheSame(DemoTitle a, DemoTitle b) {
        return !a.equals(b) && a.authors().stream().anyMatch(b.authors()::contains);
    }

    private static boolean ofOneStory(DemoTitle a, DemoTitle b) {
        return a.title().equals(b.title()) || inOneSeries(a, b);
    }

    /** For a title that the library holds. */
    Links of(DemoTitle title) {
        return Objects.requireNonNull(byId.get(title.id()), title.id());
    }
}
