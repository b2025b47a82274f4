package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.api.privacy.NamedPatrons;
import org.leeswijzer.api.privacy.NamedPatrons.Named;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.suggest.Question;

/**
 * Suggestions for a patron from their own loans: {@code POST /v1/patrons/suggestions} with {@link PatronListJson}, for who
 * has consented and nobody else. The number is in the body, since addresses are logged on their way. Answers {@link
 * SuggestionsJson}, {@code private, no-store}, without what the patron has borrowed; 403 without consent.
 */
@Tag(name = "Suggestions")
@Controller("/v1/patrons/suggestions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PatronSuggestionsController {
    private static final int DEFAULT_LIMIT = 10;

    private final Engine engine;
    private final Lookup lookup;
    private final NamedPatrons patrons;
    private final Views views;
    private final Answers answers;
    private final Readers readers;

    PatronSuggestionsController(
            Engine engine,
            Lookup lookup,
            NamedPatrons patrons,
            Views views,
            Answers answers,
            Readers readers) {
        this.engine = engine;
        this.lookup = lookup;
        this.patrons = patrons;
        this.views = views;
        this.answers = answers;
        this.readers = readers;
    }

    /** Suggestions for a patron from their own loans, without what they have borrowed; 403 if they have not consented. */
    @Operation(operationId = "suggestionsForPatron")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SuggestionsJson.class)))
    @Post
    HttpResponse<byte[]> suggestions(HttpRequest<?> request, @Body PatronListJson list) {
        Named patron = patrons.of(request, list.library(), list.patron());
        if (!patrons.consents(patron)) {
            throw new ProblemException(
                    Problem.Kind.NO_CONSENT,
                    "patron",
                    "patron has not consented to suggestions from their own loans: ask them, and record it with POST /v1/patrons/consent");
        }
        Question asked =
                lookup.question(
                        lookup.library(patron.library().code()),
                        list,
                        list.held(),
                        list.available(),
                        list.limit() == null ? DEFAULT_LIMIT : list.limit());
        Question question = readers.heard("reader", list.reader(), asked);
        return answers.forOne(
                views.suggestions(
                        null,
                        question,
                        engine.suggestFor(patron.library(), patron.patron(), question),
                        null));
    }
}
