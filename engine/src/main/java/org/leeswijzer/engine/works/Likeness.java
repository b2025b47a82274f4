package org.leeswijzer.engine.works;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.WorkKey;

/**
 * Whether editions that have a key in common are one work for it.
 *
 * <ul>
 *   <li>A work's id and the name, if the languages are the same or translations are one work; an edition of which no
 *       language is told goes with the others if these have one language.
 *   <li>An ISBN, if all that have it agree: publishers print one on two books, and catalogues put that of a set on each of
 *       its volumes. Of an ISBN on which they do not agree, those with the same title and author go together.
 *   <li>What more than a thousand editions have in common says nothing.
 * </ul>
 */
final class Likeness {
    /** What more have in common says nothing. */
    static final int MOST = 1000;

    /** An ISBN on books of more names than this is one on which they do not agree. */
    private static final int MOST_NAMES = 16;

    private static final int SHORTEST_NAME = 3;

    private final Languages languages;

    Likeness(Languages languages) {
        this.languages = languages;
    }

    /** What an ISBN's editions are compared by. */
    private record Name(String title, String author, Set<String> authors) {
        static Name of(Description description) {
            Set<String> authors = new HashSet<>();
            for (String author : description.authors()) {
                authors.addAll(words(WorkKey.words(author)));
            }
            authors.removeIf(word -> word.length() < SHORTEST_NAME);
            return new Name(
                    WorkKey.words(description.title()), WorkKey.author(description), authors);
        }

        String key() {
            return author + '\n' + title;
        }

        /** Whether one title is the beginning or a part of the other, and no author speaks against it. */
        boolean agrees(Name other) {
            Set<String> words = words(title);
            Set<String> others = words(other.title);
            return (words.containsAll(others) || others.containsAll(words))
                    && (authors.isEmpty()
                            || other.authors.isEmpty()
                            || authors.stream().anyMatch(other.authors::contains));
        }

        private static Set<String> words(String text) {
            return new HashSet<>(Arrays.asList(text.split(" ")));
        }
    }

    /** Those that are one work for having the key, class by class. */
    Collection<IntList> classes(
            LinkKey.Kind kind, IntList editions, IntFunction<Description> descriptions) {
        if (editions.size() > MOST) {
            return List.of();
        } else if (editions.size() == 1) {
            return List.of(editions);
        } else if (kind == LinkKey.Kind.ISBN) {
            return byAgreement(editions, descriptions);
        }
        return languages == Languages.TOGETHER
                ? List.of(editions)
                : byLanguage(editions, descriptions);
    }

    private static Collection<IntList> byLanguage(
            IntList editions, IntFunction<Description> descriptions) {
        Map<String, IntList> byLanguage =
                by(editions, edition -> descriptions.apply(edition).language());
        boolean isOne = byLanguage.keySet().stream().filter(text -> !text.isEmpty()).count() <= 1;
        return isOne ? List.of(editions) : byLanguage.values();
    }

    private static Collection<IntList> byAgreement(
            IntList editions, IntFunction<Description> descriptions) {
        List<Name> distinct =
                editions.intStream()
                        .mapToObj(edition -> Name.of(descriptions.apply(edition)))
                        .distinct()
                        .toList();
        return distinct.size() <= MOST_NAMES && agree(distinct)
                ? List.of(editions)
                : by(editions, edition -> Name.of(descriptions.apply(edition)).key()).values();
    }

    private static boolean agree(List<Name> names) {
        return names.stream().allMatch(name -> names.stream().allMatch(name::agrees));
    }

    private static Map<String, IntList> by(IntList editions, Function<Integer, String> property) {
        Map<String, IntList> groups = new TreeMap<>();
        for (int edition : editions) {
            groups.computeIfAbsent(property.apply(edition), p -> new IntArrayList()).add(edition);
        }
        return groups;
    }
}
