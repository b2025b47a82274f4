package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * What a request for the shelf of a title says beside the title, and one for the reasons of that shelf alike.
 *
 * @param library whose readers ask; their own loans count, and only what they can borrow is suggested
 * @param scope {@code library}, or {@code consortium} to let the loans of all libraries count
 * @param held false to suggest also what the library does not hold
 * @param exclude ids not to suggest, with commas between
 * @param limit at most so many, 1 to 100
 * @param mode {@code close} for what is nearest, {@code discover} for what a reader would not have found, or {@code balanced}
 * @param basis {@code loans} or {@code kinship} to hear that evidence alone, or {@code any}
 * @param maxPerAuthor at most so many titles by one author, 1 to 100; 2 in discover, else no cap
 * @param maxPerSeries at most so many of one series, 1 to 100; 1 in discover, else no cap
 * @param mediaType one of these, with commas between; any if absent
 * @param language one of these codes, as the catalogue writes them; any if absent
 * @param audience for one of these; for any if absent
 * @param yearFrom of publication, at least
 * @param yearTo of publication, at most
 * @param available true for what a copy is available of now, so that a reader can take it home
 */
@Introspected
record ShelfQuery(
        @Nullable @QueryValue String library,
        @Nullable @QueryValue String scope,
        @Nullable @QueryValue String held,
        @Nullable @QueryValue List<String> exclude,
        @QueryValue(defaultValue = "10") int limit,
        @Nullable @QueryValue String mode,
        @Nullable @QueryValue String basis,
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
}
