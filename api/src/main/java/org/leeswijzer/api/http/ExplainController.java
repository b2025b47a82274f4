package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * Why a title is on another's shelf, or why not: {@code GET /v1/explain?seed=&candidate=}. Answers {@link ExplanationJson}
 * with an {@code ETag}; 404 where no title has one of the ids.
 *
 * <p>It never says how many patrons there are: fewer than minBorrowers are told alike, be they none or all but one.
 */
@Tag(name = "Suggestions")
@Controller("/v1/explain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplainController {
    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;

    ExplainController(Engine engine, Lookup lookup, Views views, Answers answers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
    }

    /**
     * Why a title is on another's shelf, or why not. Everything but the two titles is as it was, or would be, in the request for suggestions that is explained.
     *
     * @param seed whose shelf it is: a record id, an ISBN or a work id
     * @param candidate the title that is or is not on it
     */
    @Operation(operationId = "explain")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ExplanationJson.class)))
    @Get
    HttpResponse<byte[]> explain(
            HttpRequest<?> request,
            @QueryValue String seed,
            @QueryValue String candidate,
            @RequestBean ShelfQuery query) {
        Library asking = lookup.library(query.library());
        Question question = query.question(asking, lookup);
        Title from = lookup.titleOfAny(asking, "seed", seed);
        Title to = lookup.titleOfAny(asking, "candidate", candidate);
        return answers.kept(
                request,
                views.explanation(
                        from, to, question, engine.explain(from.number(), to.number(), question)));
    }
}
