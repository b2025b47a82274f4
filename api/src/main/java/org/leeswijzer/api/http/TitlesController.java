package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Question;

/**
 * Titles by id, {@code GET /v1/titles/{id}}, and by words, {@code GET /v1/titles?q=}. Answers {@link TitleJson}, or
 * {@link TitlesJson}, with an {@code ETag}.
 */
@Tag(name = "Titles")
@Controller("/v1/titles")
final class TitlesController {
    private static final int LONGEST_SEARCH = 200;

    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;

    TitlesController(Engine engine, Lookup lookup, Views views, Answers answers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
    }

    /**
     * One title; 404 where no title has that id, or no catalogue describes it yet.
     *
     * @param id a record id, an ISBN-10 or ISBN-13, or a work id
     * @param library whose record is wanted
     */
    @Operation(operationId = "title")
    @ApiResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TitleJson.class)))
    @Get("/{id}")
    HttpResponse<byte[]> title(
            HttpRequest<?> request, String id, @Nullable @QueryValue String library) {
        Library asking = lookup.library(library);
        TitleJson json = views.title(lookup.title(asking, id), asking);
        if (json == null) {
            throw new ProblemException(
                    Problem.Kind.UNKNOWN_TITLE,
                    "id",
                    "id is '%s', of which loans are known and no record: send the title's record"
                            .formatted(Problems.quote(id)));
        }
        return answers.kept(request, json);
    }

    /**
     * Titles while a reader types.
     *
     * @param q words of title, author, subject or series, or an ISBN; of the last word its beginning is enough
     * @param library whose titles are wanted
     * @param limit at most so many, 1 to 100
     */
    @Operation(operationId = "searchTitles")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TitlesJson.class)))
    @Get
    HttpResponse<byte[]> search(
            HttpRequest<?> request,
            @Schema(maxLength = 200) @QueryValue String q,
            @Nullable @QueryValue String library,
            @Schema(minimum = "1", maximum = "100") @QueryValue(defaultValue = "20") int limit) {
        Library asking = lookup.library(library);
        Lookup.limit("limit", limit, Question.MAX_LIMIT);
        if (q.length() > LONGEST_SEARCH) {
            throw ProblemException.bad(
                    "q",
                    "has %d characters: give at most %d".formatted(q.length(), LONGEST_SEARCH));
        }
        List<TitleJson> titles =
                engine.search(q, asking, limit).stream()
                        .map(engine.catalogue()::title)
                        .map((Title title) -> views.title(title, asking))
                        .filter(Objects::nonNull)
                        .toList();
        return answers.kept(request, new TitlesJson(titles));
    }
}
