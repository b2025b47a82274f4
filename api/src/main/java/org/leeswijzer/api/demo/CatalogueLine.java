package org.leeswijzer.api.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One line of the neutral format: a title in one library's catalogue.
 *
 * @param workId the same in both libraries
 */
@Serdeable
record CatalogueLine(
        String library,
        String id,
        String workId,
        String title,
        List<String> authors,
        int year,
        String language,
        List<String> subjects,
        List<String> series,
        String mediaType,
        String audience) {

    CatalogueLine {
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        series = List.copyOf(series);
    }

    static CatalogueLine of(DemoLibrary library, DemoTitle title) {
        return new CatalogueLine(
                library.library().code(),
                title.id(),
                title.id(),
                title.title(),
                title.authors(),
                title.year(),
                title.language(),
                title.subjects(),
                title.series(),
                title.mediaType(),
                title.audience());
    }
}
