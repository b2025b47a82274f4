package org.leeswijzer.api.staff;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.Lookup;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.Job;
import org.leeswijzer.engine.model.ModelChanges;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.ingest.LoanConsumer;

/**
 * The versions of the model: {@code /v1/models}. Publishing one, or rolling back to it, holds from the next suggestion on.
 *
 * <p>A version that the gate let pass serves at once; one that it withheld serves when it is published with a reason. A kept
 * one is rolled back to by publishing it: it is pinned then, and its rows follow the loans again after
 * {@code POST /v1/models/unpin} or when a new version serves.
 */
@Tag(name = "Models")
@Controller("/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelsController {
    static final String STAFF = "staff";

    private static final int MOST_CHANGES = 1000;

    private final Engine engine;
    private final Optional<LoanConsumer> consumer;
    private final Lookup lookup;
    private final Answers answers;

    ModelsController(
            Engine engine, Optional<LoanConsumer> consumer, Lookup lookup, Answers answers) {
        this.engine = engine;
        this.consumer = consumer;
        this.lookup = lookup;
        this.answers = answers;
    }

    /** All versions whose rows are there. Answers {@link ModelsJson}. */
    @Operation(operationId = "models")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ModelsJson.class)))
    @Get
    HttpResponse<byte[]> models() {
        return answers.notKept(ModelsJson.of(engine));
    }

    /**
     * One version. Answers {@link ModelJson}.
     *
     * @param version its number
     */
    @Operation(operationId = "model")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ModelJson.class)))
    @Get("/{version}")
    HttpResponse<byte[]> model(int version) {
        return answers.notKept(ModelJson.of(engine.models().find(version)));
    }

    /**
     * What is different in a version. Answers {@link ChangesJson}.
     *
     * @param version its number
     * @param since the version to compare it with
     * @param library whose own loans count; those of all together if absent
     * @param limit at most so many titles, 1 to 1000
     */
    @Operation(operationId = "modelChanges")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ChangesJson.class)))
    @Get("/{version}/changes")
    HttpResponse<byte[]> changes(
            int version,
            @QueryValue int since,
            @Nullable @QueryValue String library,
            @Schema(minimum = "1", maximum = "1000") @QueryValue(defaultValue = "20") int limit) {
        Library asked = lookup.library(library);
        ModelChanges changes =
                engine.models()
                        .changes(
                                since,
                                version,
                                engine.scope(asked),
                                Lookup.limit("limit", limit, MOST_CHANGES));
        return answers.notKept(ChangesJson.of(changes, engine.catalogue(), library));
    }

    /** Starts a retrain. Answers 202 with {@link JobJson} and where to ask for it; 409 while another runs. */
    @Operation(operationId = "retrain")
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post
    HttpResponse<byte[]> retrain(@Body RetrainJson order) {
        OptionalLong unread =
                consumer.map(reading -> OptionalLong.of(reading.status().totalLag()))
                        .orElseGet(OptionalLong::empty);
        Job job = engine.models().start(new RetrainOrder(who(order.by()), order.reason(), unread));
        return answers.notKept(JobJson.of(job.status()))
                .status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/v1/jobs/" + job.id());
    }

    /**
     * Serves a version from the next suggestion on. Answers {@link ModelsJson}; 409 if that cannot be.
     *
     * @param version its number
     */
    @Operation(operationId = "publishModel")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ModelsJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/{version}/publish")
    HttpResponse<byte[]> publish(int version, @Body PublishJson why) {
        engine.models().publish(version, who(why.by()), why.reason());
        return models();
    }

    /** Serves the next older version again that has served. Answers {@link ModelsJson}; 409 if none is kept. */
    @Operation(operationId = "rollBackModel")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ModelsJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/rollback")
    HttpResponse<byte[]> rollBack(@Body PublishJson why) {
        engine.models().rollBack(who(why.by()), why.reason());
        return models();
    }

    /** Lets the version that serves follow the loans again. Answers {@link ModelsJson}; 409 if it does. */
    @Operation(operationId = "unpinModel")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ModelsJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/unpin")
    HttpResponse<byte[]> unpin() {
        engine.models().unpin();
        return models();
    }

    private static String who(@Nullable String by) {
        return by == null ? STAFF : by;
    }
}
