package org.leeswijzer.api.http;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * The shelves of many titles in one call, for a list of results: {@code POST /v1/suggestions/batch} with {@link BatchJson}.
 * Answers {@link ShelvesJson}; each shelf is what {@code GET /v1/titles/{id}/suggestions} has for it. An id that names no title
 * has an empty shelf that says so.
 */
@Tag(name = "Suggestions")
@Controller("/v1/suggestions/batch")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchSuggestionsController {
    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;
    private final Readers readers;

    BatchSuggestionsController(
            Engine engine, Lookup lookup, Views views, Answers answers, Readers readers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
        this.readers = readers;
    }

    /** A shelf for each title of a list of results. An id that names no title has an empty shelf that says so. */
    @Operation(operationId = "suggestionsForResults")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ShelvesJson.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @Post
    HttpResponse<byte[]> shelves(@Body BatchJson batch) {
        List<@Nullable String> ids = Lookup.ids(batch.titles(), BatchJson.MAX_TITLES);
        Library library = lookup.library(batch.library());
        Question asked =
                lookup.question(library, batch, batch.held(), batch.available(), batch.perTitle());
        Question question = readers.heard("reader", batch.reader(), asked);
        return answers.notKept(
                views.shelves(question, ids.stream().map(id -> shelf(id, question)).toList()));
    }

    private ShelvesJson.Shelf shelf(@Nullable String id, Question question) {
        String asked = Problems.quote(id == null ? "" : id);
        Optional<Title> title = lookup.find(question.library(), id);
        return title.isPresent()
                ? views.shelf(
                        asked,
                        question,
                        engine.suggester().forTitle(title.get().number(), question))
                : new ShelvesJson.Shelf(asked, List.of(), NothingJson.NO_KNOWN_TITLE);
    }
}
