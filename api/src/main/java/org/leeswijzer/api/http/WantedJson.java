package org.leeswijzer.api.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.suggest.Wanted;

/**
 * Which editions are wanted, as requests name them; null where any is.
 *
 * @param mediaType one of these
 * @param language one of these, as the catalogue writes it, such as {@code dut}
 * @param audience for one of these
 * @param yearFrom of publication, at least
 * @param yearTo of publication, at most
 * @param available true for those alone of which a copy can be taken home now
 */
record WantedJson(
        @Nullable List<String> mediaType,
        @Nullable List<String> language,
        @Nullable List<String> audience,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Boolean available) {
    private static final int MOST = 20;
    private static final Pattern LANGUAGE = Pattern.compile("\\p{Alnum}[\\p{Alnum}-]{1,34}");

    static WantedJson of(Asked asked, @Nullable Boolean available) {
        return new WantedJson(
                asked.mediaType(),
                asked.language(),
                asked.audience(),
                asked.yearFrom(),
                asked.yearTo(),
                available);
    }

    /** Reads them; a problem names the first that cannot be read. */
    Wanted wanted() {
        Set<MediaType> mediaTypes = read("mediaType", mediaType, MediaType::parse);
        Set<String> languages = read("language", language, WantedJson::language);
        Set<Audience> audiences = read("audience", audience, Audience::parse);
        year("yearFrom", yearFrom);
        year("yearTo", yearTo);
        if (yearFrom != null && yearTo != null && yearFrom > yearTo) {
            throw ProblemException.bad(
                    "yearTo",
                    "is %d: give %d or later, or leave it out".formatted(yearTo, yearFrom));
        }
        return new Wanted(
                mediaTypes, languages, audiences, yearFrom, yearTo, available != null && available);
    }

    private static <T> Set<T> read(
            String field, @Nullable List<String> given, Function<String, T> reader) {
        if (given == null) {
            return Set.of();
        }
        Lookup.limit(field, given.size(), MOST);
        Set<T> values = new HashSet<>();
        for (@Nullable String text : given) {
            try {
                values.add(reader.apply(text == null ? "" : Problems.quote(text)));
            } catch (IllegalArgumentException e) {
                throw ProblemException.bad(field, e);
            }
        }
        return values;
    }

    private static String language(String text) {
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "language is '%s': give a code such as dut".formatted(text));
        }
        return text;
    }

    private static void year(String field, @Nullable Integer year) {
        if (year != null && (year < Description.EARLIEST_YEAR || year > Description.LATEST_YEAR)) {
            throw ProblemException.bad(
                    field,
                    "is %d: give a year from %d to %d"
                            .formatted(year, Description.EARLIEST_YEAR, Description.LATEST_YEAR));
        }
    }
}
