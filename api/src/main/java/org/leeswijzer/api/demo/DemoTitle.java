package org.leeswijzer.api.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.List;

/**
 * A title of the demo's catalogue, as its files describe it.
 *
 * @param id in both demo libraries, and of the work
 * @param subjects the genre first
 * @param series the series' name, or none
 * @param mediaType {@code book}, {@code film} or {@code music}
 * @param audience {@code adult}, {@code young adult} or {@code children}
 */
@Serdeable
record DemoTitle(
        String id,
        String title,
        List<String> authors,
        int year,
        String language,
        List<String> subjects,
        List<String> series,
        String mediaType,
        String audience) {

    DemoTitle {
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        series = List.copyOf(series);
    }

    String genre() {
        return subjects.get(0);
    }

    /** What it is about, beside its genre. */
    List<String> themes() {
        return subjects.subList(1, subjects.size());
    }

    /** How many of these themes it has. */
    int countThemes(Collection<String> wanted) {
        int count = 0;
        for (int i = 1; i < subjects.size(); i++) {
            count += wanted.contains(subjects.get(i)) ? 1 : 0;
        }
        return count;
    }

    /** Whether one has to know its language to enjoy it, as for a book. */
    boolean isRead() {
        return mediaType.equals("book");
    }
}
