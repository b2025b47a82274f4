package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.popular.Period;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Question;

/**
 * What a library's readers borrow, for its start page: {@code GET /v1/popular} and {@code GET /v1/rising}. Answers {@link
 * PopularJson} with an {@code ETag}. What a reader declined is left out where the header {@code X-Reader} has their random id.
 */
@Tag(name = "Suggestions")
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PopularController {
    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;
    private final Readers readers;

    PopularController(Engine engine, Lookup lookup, Views views, Answers answers, Readers readers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
        this.readers = readers;
    }

    /**
     * What most patrons borrowed within the period; it may be some minutes old.
     *
     * @param reader the random id that was made for a reader: what they declined is left out, and nobody keeps the answer
     */
    @Operation(operationId = "popular")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PopularJson.class)))
    @Get("/popular")
    HttpResponse<byte[]> popular(
            HttpRequest<?> request,
            @RequestBean PopularQuery query,
            @Nullable @Header(Readers.HEADER) String reader) {
        return answer(request, query, reader, engine::mostBorrowed);
    }

    /**
     * What has a larger share of the loans of the period than of as many days before it, what rose most surely first.
     *
     * @param reader the random id that was made for a reader: what they declined is left out, and nobody keeps the answer
     */
    @Operation(operationId = "rising")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PopularJson.class)))
    @Get("/rising")
    HttpResponse<byte[]> rising(
            HttpRequest<?> request,
            @RequestBean PopularQuery query,
            @Nullable @Header(Readers.HEADER) String reader) {
        return answer(request, query, reader, engine::rising);
    }

    private HttpResponse<byte[]> answer(
            HttpRequest<?> request,
            PopularQuery query,
            @Nullable String reader,
            BiFunction<Period, Question, Answer> titles) {
        Library asking = lookup.library(query.library());
        Period period = query.span();
        Question question = readers.heard(Readers.HEADER, reader, query.question(asking, lookup));
        return answers.kept(
                request,
                reader,
                views.popular(
                        period,
                        engine.day().today().minusDays(period.days() - 1L),
                        question,
                        titles.apply(period, question)));
    }
}
