package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.popular.Period;
import org.leeswijzer.engine.suggest.Question;

/**
 * What a request for popular titles says.
 *
 * @param library whose readers ask; their own loans count, and only what they can borrow is told
 * @param scope {@code library}, or {@code consortium} to let the loans of all libraries count
 * @param period {@code week}, {@code month}, {@code quarter} (91 days) or {@code year}, today included
 * @param held false to tell also what the library does not hold
 * @param exclude ids not to tell, with commas between
 * @param limit at most so many, 1 to 100
 * @param maxPerAuthor at most so many titles by one author, 1 to 100; else no cap
 * @param maxPerSeries at most so many of one series, 1 to 100; else no cap
 * @param mediaType one of these, with commas between; any if absent
 * @param language one of these codes, as the catalogue writes them; any if absent
 * @param audience for one of these; for any if absent
 * @param yearFrom of publication, at least
 * @param yearTo of publication, at most
 * @param available true for what a copy is available of now, so that a reader can take it home
 */
@Introspected
record PopularQuery(
        @Nullable @QueryValue String library,
        @Nullable @QueryValue String scope,
        @Parameter(
                        description = "today included; a quarter is 91 days",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"week", "month", "quarter", "year"}))
                @QueryValue(defaultValue = "month")
                String period,
        @Nullable @QueryValue String held,
        @Nullable @QueryValue List<String> exclude,
        @QueryValue(defaultValue = "10") int limit,
        @Nullable @QueryValue Integer maxPerAuthor,
        @Nullable @QueryValue Integer maxPerSeries,
        @Nullable @QueryValue List<String> mediaType,
        @Nullable @QueryValue List<String> language,
        @Nullable @QueryValue List<String> audience,
        @Nullable @QueryValue Integer yearFrom,
        @Nullable @QueryValue Integer yearTo,
        @Nullable @QueryValue String available)
        implements Asked {

    /** Reads it; a problem names the first that cannot be read. */
    Question question(@Nullable Library asking, Lookup lookup) {
        return lookup.question(
                asking,
                this,
                Lookup.flag("held", held),
                Lookup.flag("available", available),
                limit);
    }

    /** Reads the period, or ends the request with a problem. */
    Period span() {
        return Period.of(period)
                .orElseThrow(
                        () ->
                                ProblemException.bad(
                                        "period",
                                        "is '%s': give week, month, quarter or year"
                                                .formatted(Problems.quote(period))));
    }
}
