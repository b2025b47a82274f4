package org.leeswijzer.api.feedback;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.http.Problems;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.ingest.jsonl.FeedbackLine;

/**
 * What readers say of suggestions: {@code POST /v1/feedback} with {@link FeedbackJson}, as JSON or, from a browser that leaves the
 * page ({@code navigator.sendBeacon}), as {@code text/plain}. Answers 204 when it is heard: the next answer to the same reader
 * leaves out what they declined.
 */
@Tag(name = "Suggestions")
@Controller("/v1/feedback")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedbackController {
    private static final int MAX_BODY = 4_096;

    private final Engine engine;
    private final ObjectMapper json;
    private final TraceIds traceIds;
    private final Readers readers;
    private final FeedbackDesk desk;

    FeedbackController(
            Engine engine,
            ObjectMapper json,
            TraceIds traceIds,
            Readers readers,
            FeedbackDesk desk) {
        this.engine = engine;
        this.json = json;
        this.traceIds = traceIds;
        this.readers = readers;
        this.desk = desk;
    }

    /**
     * Hears what a reader says of a suggestion. The next answer to the same reader leaves out what they declined; what enough readers say
     * of a pair of titles moves it for all. A browser that leaves the page may send it as plain text.
     */
    @Operation(operationId = "sayOfSuggestion")
    @RequestBody(content = @Content(schema = @Schema(implementation = FeedbackJson.class)))
    @ApiResponse(responseCode = "204", description = "It is heard")
    @Post
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    HttpResponse<?> say(@Body String body) {
        FeedbackJson said = read(body);
        Optional<Opinion> opinion = opinion(said.kind());
        Traced traced = traced(said.traceId());
        String reader = said.reader();
        desk.take(
                new FeedbackLine(
                        opinion,
                        reader == null ? null : readers.key("reader", reader),
                        traced.title(),
                        traced.seed(),
                        traced.library(),
                        traced.basis(),
                        engine.day().clock().instant()));
        return HttpResponse.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private FeedbackJson read(String body) {
        if (body.length() > MAX_BODY) {
            throw ProblemException.bad(
                    "body",
                    "has %d characters: give at most %d".formatted(body.length(), MAX_BODY));
        }
        try {
            FeedbackJson said = json.readValue(body, Argument.of(FeedbackJson.class));
            if (said != null) {
                return said;
            }
        } catch (IOException e) {
            // Told below: what it says was not written for strangers.
        }
        throw ProblemException.bad(
                "body", "is not the JSON that is expected: give an object with traceId and kind");
    }

    private static Optional<Opinion> opinion(@Nullable String kind) {
        if (kind == null || !FeedbackDesk.KINDS.contains(kind)) {
            throw ProblemException.bad(
                    "kind",
                    "%s: give one of %s"
                            .formatted(
                                    kind == null
                                            ? "is missing"
                                            : "is '" + Problems.quote(kind) + "'",
                                    String.join(", ", FeedbackDesk.KINDS)));
        }
        return Opinion.of(kind);
    }

    private Traced traced(@Nullable String traceId) {
        if (traceId == null) {
            throw ProblemException.bad(
                    "traceId", "is missing: give that of a suggestion, as its answer has it");
        }
        return traceIds.read(traceId)
                .orElseThrow(
                        () ->
                                ProblemException.bad(
                                        "traceId",
                                        "is '%s', which no suggestion of ours has: give one as its answer has it, whole"
                                                .formatted(Problems.quote(traceId))));
    }
}
