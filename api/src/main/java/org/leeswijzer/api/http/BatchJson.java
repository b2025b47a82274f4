package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Titles of a result list, each of which wants a shelf of its own, and what is asked for all of them.
 *
 * @param titles record ids, ISBNs or work ids, 1 to 100
 * @param library whose readers ask; their own loans count, and only what they can borrow is suggested
 * @param scope {@code library}, or {@code consortium} to let the loans of all libraries count
 * @param held false to suggest also what the library does not hold
 * @param exclude ids not to suggest for any of them
 * @param limit at most so many for each, 1 to 20; 3 if absent
 * @param mode {@code close}, {@code balanced} (if absent) or {@code discover}
 * @param basis {@code loans}, {@code kinship} or {@code any} (if absent): which evidence may speak
 * @param maxPerAuthor at most so many titles by one author, 1 to 100; 2 if absent in discover, else no cap
 * @param maxPerSeries at most so many of one series, 1 to 100; 1 if absent in discover, else no cap
 * @param mediaType one of these; any if absent
 * @param language one of these codes, as the catalogue writes them; any if absent
 * @param audience for one of these; for any if absent
 * @param yearFrom of publication, at least
 * @param yearTo of publication, at most
 * @param available true for what a copy is available of now, so that a reader can take it home
 * @param reader the random id that was made for this reader or list; what they declined is left out
 */
@Serdeable
public record BatchJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @ArraySchema(minItems = 1, maxItems = 100)
                @Nullable
                List<String> titles,
        @Nullable String library,
        @Nullable String scope,
        @Nullable Boolean held,
        @Nullable List<String> exclude,
        @Schema(minimum = "1", maximum = "20", defaultValue = "3") @Nullable Integer limit,
        @Nullable String mode,
        @Nullable String basis,
        @Nullable Integer maxPerAuthor,
        @Nullable Integer maxPerSeries,
        @Nullable List<String> mediaType,
        @Nullable List<String> language,
        @Nullable List<String> audience,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Schema(defaultValue = "false") @Nullable Boolean available,
        @Nullable String reader)
        implements Asked {
    /** A page of results. */
    public static final int MAX_TITLES = 100;

    /** What fits beside a result. */
    public static final int MAX_LIMIT = 20;

    private static final int DEFAULT_LIMIT = 3;

    /** The limit, or a problem. */
    int perTitle() {
        return limit == null ? DEFAULT_LIMIT : Lookup.limit("limit", limit, MAX_LIMIT);
    }
}
