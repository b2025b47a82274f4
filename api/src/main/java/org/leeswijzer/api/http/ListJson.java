package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A reader's list of titles, and what is asked for it.
 *
 * @param titles record ids, ISBNs or work ids, at most 200
 * @param library whose readers ask; their own loans count, and only what they can borrow is suggested
 * @param scope {@code library}, or {@code consortium} to let the loans of all libraries count
 * @param held false to suggest also what the library does not hold
 * @param exclude ids not to suggest
 * @param limit at most so many, 1 to 100; 10 if absent
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
public record ListJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @ArraySchema(minItems = 1, maxItems = 200)
                @Nullable
                List<String> titles,
        @Nullable String library,
        @Schema(
                        type = "string",
                        allowableValues = {"library", "consortium"},
                        defaultValue = "library")
                @Nullable
                String scope,
        @Schema(defaultValue = "true") @Nullable Boolean held,
        @Nullable List<String> exclude,
        @Schema(minimum = "1", maximum = "100", defaultValue = "10") @Nullable Integer limit,
        @Schema(
                        type = "string",
                        allowableValues = {"close", "balanced", "discover"},
                        defaultValue = "balanced")
                @Nullable
                String mode,
        @Schema(
                        type = "string",
                        allowableValues = {"loans", "kinship", "any"},
                        defaultValue = "any")
                @Nullable
                String basis,
        @Schema(minimum = "1", maximum = "100") @Nullable Integer maxPerAuthor,
        @Schema(minimum = "1", maximum = "100") @Nullable Integer maxPerSeries,
        @ArraySchema(
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "book",
                                            "film",
                                            "music",
                                            "game",
                                            "audiobook",
                                            "ebook",
                                            "periodical",
                                            "other"
                                        }),
                        maxItems = 20)
                @Nullable
                List<String> mediaType,
        @ArraySchema(schema = @Schema(type = "string", example = "dut"), maxItems = 20) @Nullable
                List<String> language,
        @ArraySchema(
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "adult",
                                            "young adult",
                                            "children",
                                            "unknown"
                                        }),
                        maxItems = 20)
                @Nullable
                List<String> audience,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Schema(defaultValue = "false") @Nullable Boolean available,
        @Nullable String reader)
        implements Asked {
    /** More than a reader types, and few enough to be answered at once. */
    public static final int MAX_TITLES = 200;
}
