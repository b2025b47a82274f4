package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A patron who has logged in at their library, and what is asked for them.
 *
 * @param library its code; that of the front-end's key if absent
 * @param patron the number by which the library knows the patron, as it stands in its loans
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
 * @param reader the random id that was made for this patron's feedback, never of the number; what they declined is left out
 */
@Serdeable
public record PatronListJson(
        @Nullable String library,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String patron,
        @Nullable String scope,
        @Nullable Boolean held,
        @Nullable List<String> exclude,
        @Nullable Integer limit,
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
    /** Without the number. */
    @Override
    public String toString() {
        return "PatronListJson[library=" + library + "]";
    }
}
