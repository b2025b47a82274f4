package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/**
 * A title as its catalogue describes it.
 *
 * @param id of the record in the library that follows
 * @param library whose record this is: the asking one's, or else the first that has it
 * @param libraries that hold it
 * @param workId the same in all libraries, where the source gives one
 * @param isbns 13 digits each, those of this edition first, then of the others
 * @param mediaType {@code book}, {@code film}, {@code music}, {@code game}, {@code audiobook}, {@code ebook},
 *     {@code periodical} or {@code other}
 * @param audience {@code adult}, {@code young adult}, {@code children} or {@code unknown}
 * @param language ISO 639-2/B, such as {@code dut}
 * @param available whether a copy of it can be taken home now; absent where no library is asked for, or it does not tell
 * @param borrowers at least so many patrons borrowed it, such as {@code 5+}; absent below minBorrowers
 */
@Serdeable
public record TitleJson(
        String id,
        String library,
        List<String> libraries,
        @Nullable String workId,
        List<String> isbns,
        String title,
        List<String> authors,
        List<String> subjects,
        List<String> series,
        String mediaType,
        String audience,
        @Nullable String language,
        @Nullable Integer year,
        @Nullable Boolean available,
        @Nullable String borrowers) {

    public TitleJson {
        libraries = List.copyOf(libraries);
        isbns = List.copyOf(isbns);
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        series = List.copyOf(series);
    }

    /** A title with the record that is shown; the caller has seen that there is one. */
    static TitleJson of(
            Title title, TitleRecord record, Copies copies, @Nullable String borrowers) {
        Description description = record.description();
        return new TitleJson(
                record.id(),
                record.library().code(),
                libraries(title),
                title.workId().orElse(null),
                isbns(title, record),
                description.title(),
                description.authors(),
                description.subjects(),
                description.series(),
                description.mediaType().text(),
                description.audience().text(),
                description.language().isEmpty() ? null : description.language(),
                description.year(),
                copies.told() == 0 ? null : copies.available() > 0,
                borrowers);
    }

    /** Those of the record that is shown, then those of the other editions. */
    static List<String> isbns(Title title, TitleRecord record) {
        return Stream.concat(
                        record.description().isbns().stream(),
                        title.description().map(Description::isbns).orElse(List.of()).stream())
                .distinct()
                .map(Isbn::digits)
                .toList();
    }

    /** Codes of the libraries that show it to their readers. */
    static List<String> libraries(Title title) {
        return title.records().stream()
                .filter(record -> !record.suppressed())
                .map(TitleRecord::library)
                .distinct()
                .sorted()
                .map(Library::code)
                .toList();
    }
}
