package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * The shelf of a title page: {@code GET /v1/titles/{id}/suggestions}. What its readers also borrowed comes first, then
 * what the catalogue describes alike.
 *
 * <p>{@code id} is a record id, an ISBN-10 or ISBN-13, or a work id. Answers {@link SuggestionsJson} with an {@code ETag};
 * 304 to whoever has it; 404 where no title has that id.
 */
@Controller("/v1/titles/{id}/suggestions")
final class TitleSuggestionsController {
    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;

    TitleSuggestionsController(Engine engine, Lookup lookup, Views views, Answers answers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
    }

    /**
     * Suggestions for one title.
     *
     * @param library whose readers ask; their own loans count, and only what they can borrow is suggested
     * @param scope {@code library}, or {@code consortium} to let the loans of all libraries count
     * @param held false to suggest also what the library does not hold
     * @param exclude ids not to suggest, with commas between
     * @param limit at most so many, 1 to 100
     * @param mode {@code close} for what is nearest, {@code discover} for what a reader would not have found, or
     *     {@code balanced}
     * @param basis {@code loans} or {@code kinship} to hear that evidence alone, or {@code any}
     * @param maxPerAuthor at most so many titles by one author, 1 to 100; 2 in discover, else no cap
     * @param maxPerSeries at most so many of one series, 1 to 100; 1 in discover, else no cap
     */
    @Get
    HttpResponse<byte[]> suggestions(
            HttpRequest<?> request,
            String id,
            @Nullable @QueryValue String library,
            @Nullable @QueryValue String scope,
            @Nullable @QueryValue String held,
            @Nullable @QueryValue List<String> exclude,
            @QueryValue(defaultValue = "10") int limit,
            @Nullable @QueryValue String mode,
            @Nullable @QueryValue String basis,
            @Nullable @QueryValue Integer maxPerAuthor,
            @Nullable @QueryValue Integer maxPerSeries) {
        Library asking = lookup.library(library);
        Question question =
                lookup.question(
                        asking,
                        scope,
                        Lookup.flag("held", held),
                        exclude,
                        limit,
                        new DialsJson(mode, basis, maxPerAuthor, maxPerSeries));
        Title title = lookup.title(asking, id);
        return answers.kept(
                request,
                views.suggestions(
                        title,
                        question,
                        engine.suggester().forTitle(title.number(), question),
                        null));
    }
}
