package org.leeswijzer.engine.suggest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;

/**
 * Which editions are wanted. A title with one of them can be suggested, and that one is shown.
 *
 * @param mediaTypes one of these; any if empty
 * @param languages one of these, as catalogues write them; any if empty
 * @param audiences for one of these; for any if empty
 * @param yearFrom of publication, at least; null for any. Where either bound is set, an edition without a year is not wanted
 * @param yearTo of publication, at most; null for any
 * @param available whether only those will do of which a copy can be taken home now
 */
public record Wanted(
        Set<MediaType> mediaTypes,
        Set<String> languages,
        Set<Audience> audiences,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        boolean available) {
    /** Every edition. */
    public static final Wanted ANYTHING =
            new Wanted(Set.of(), Set.of(), Set.of(), null, null, false);

    /** @throws IllegalArgumentException if no year is within the bounds */
    public Wanted {
        if (yearFrom != null && yearTo != null && yearFrom > yearTo) {
            throw new IllegalArgumentException(
                    "yearFrom is %d and yearTo %d: give one that is not after the other"
                            .formatted(yearFrom, yearTo));
        }
        mediaTypes = Set.copyOf(mediaTypes);
        languages = Set.copyOf(languages);
        audiences = Set.copyOf(audiences);
    }

    /** Whether this edition is; the catalogue knows how its copies stand. */
    boolean includes(TitleRecord edition, Catalogue catalogue) {
        Description description = edition.description();
        return isAmong(description.mediaType(), mediaTypes)
                && isAmong(description.language(), languages)
                && isAmong(description.audience(), audiences)
                && isWithin(description.year())
                && (!available || catalogue.copies(edition.recordId()).available() > 0);
    }

    private static <T> boolean isAmong(T value, Set<T> wanted) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private boolean isWithin(@Nullable Integer year) {
        if (yearFrom == null && yearTo == null) {
            return true;
        }
        return year != null
                && (yearFrom == null || year >= yearFrom)
                && (yearTo == null || year <= yearTo);
    }
}
