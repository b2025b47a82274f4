package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * The shelf of a title page: {@code GET /v1/titles/{id}/suggestions}. What its readers also borrowed comes first, then
 * what the catalogue describes alike.
 *
 * <p>{@code id} is a record id, an ISBN-10 or ISBN-13, or a work id. Answers {@link SuggestionsJson} with an {@code ETag};
 * 304 to whoever has it; 404 where no title has that id. Where the header {@code X-Reader} has the random id that was made for a
 * reader, what they declined is left out, and the answer is nobody's to keep.
 */
@Tag(name = "Suggestions")
@Controller("/v1/titles/{id}/suggestions")
final class TitleSuggestionsController {
    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;
    private final Readers readers;

    TitleSuggestionsController(
            Engine engine, Lookup lookup, Views views, Answers answers, Readers readers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
        this.readers = readers;
    }

    /**
     * Suggestions for one title: what its readers also borrowed comes first, then what the catalogue describes alike.
     *
     * @param id a record id, an ISBN-10 or ISBN-13, or a work id
     * @param reader the random id that was made for a reader: what they declined is left out, and nobody keeps the answer
     */
    @Operation(operationId = "suggestionsForTitle")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SuggestionsJson.class)))
    @Get
    HttpResponse<byte[]> suggestions(
            HttpRequest<?> request,
            String id,
            @RequestBean ShelfQuery query,
            @Nullable @Header(Readers.HEADER) String reader) {
        Library asking = lookup.library(query.library());
        Question question = readers.heard(Readers.HEADER, reader, query.question(asking, lookup));
        Title title = lookup.title(asking, id);
        SuggestionsJson shelf =
                views.suggestions(
                        title,
                        question,
                        engine.suggester().forTitle(title.number(), question),
                        null);
        return answers.kept(request, reader, shelf);
    }
}
