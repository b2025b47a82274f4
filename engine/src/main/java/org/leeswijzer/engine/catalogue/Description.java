package org.leeswijzer.engine.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a title is, as a catalogue describes it.
 *
 * @param title never blank
 * @param authors main author first; names as the catalogue writes them
 * @param isbns of all editions that the record covers
 * @param subjects subject headings and genres
 * @param series names of series, without numbering
 * @param language ISO 639-2/B code such as {@code dut}; empty if not told
 * @param year of publication; null if not told
 */
public record Description(
        String title,
        List<String> authors,
        List<Isbn> isbns,
        List<String> subjects,
        List<String> series,
        String language,
        MediaType mediaType,
        Audience audience,
        @Nullable Integer year) {

    /** No text is older. */
    public static final int EARLIEST_YEAR = -5000;

    public static final int LATEST_YEAR = 9999;

    /** @throws IllegalArgumentException if the title is blank or the year is none */
    public Description {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank: give the title's name");
        }
        if (year != null && (year < EARLIEST_YEAR || year > LATEST_YEAR)) {
            throw new IllegalArgumentException(
                    "year is %d: give one from %d to %d, or leave it out"
                            .formatted(year, EARLIEST_YEAR, LATEST_YEAR));
        }
        authors = List.copyOf(authors);
        isbns = List.copyOf(isbns);
        subjects = List.copyOf(subjects);
        series = List.copyOf(series);
    }
}
