package org.leeswijzer.api.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.MediaType;

/**
 * A title of the demo's catalogue, as its files describe it.
 *
 * @param id in both demo libraries, and of the work
 * @param subjects the genre first
 * @param series the series' name, or none
 * @param mediaType text of a {@link MediaType}
 * @param audience text of an {@link Audience}
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

    boolean isFor(Audience other) {
        return Audience.parse(audience) == other;
    }

    /** Whether one has to know its language to enjoy it, as for a book. */
    boolean isRead() {
        return MediaType.parse(mediaType) == MediaType.BOOK;
    }
}
