package org.leeswijzer.api.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.works.WorkRefusal;

/**
 * Which records are one work: {@code /v1/works}. A decision names records by library and id, so it holds after every import;
 * where there is an event log it goes there, and holds when it is read.
 */
@Tag(name = "Works")
@Controller("/v1/works")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorksController {
    private final WorkDecider decider;
    private final Answers answers;

    WorksController(Engine engine, KafkaSettings kafka, Answers answers) {
        decider = new WorkDecider(engine, kafka.consumer());
        this.answers = answers;
    }

    /** All decisions on works, undone ones too. Answers {@link DecisionsJson}. */
    @Operation(operationId = "decisions")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DecisionsJson.class)))
    @Get("/decisions")
    HttpResponse<byte[]> decisions() {
        return answers.notKept(decider.list());
    }

    /** Has records be one work. Answers {@link DecidedJson}, 202 if it goes through the log; 409 if they never are. */
    @Operation(operationId = "mergeWorks")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/merge")
    HttpResponse<byte[]> merge(@Body WorkOrderJson order) {
        return decided(() -> decider.merge(order, who(order.by())));
    }

    /** Has records be another work than all others. Answers {@link DecidedJson}, 202 if it goes through the log. */
    @Operation(operationId = "splitWorks")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/split")
    HttpResponse<byte[]> split(@Body WorkOrderJson order) {
        return decided(() -> decider.split(order, who(order.by())));
    }

    /** Has a decision hold no more. Answers {@link DecidedJson}, 202 if it goes through the log. */
    @Operation(operationId = "undoDecision")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = DecidedJson.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/undo")
    HttpResponse<byte[]> undo(@Body UndoJson order) {
        return decided(() -> decider.undo(order, who(order.by())));
    }

    private HttpResponse<byte[]> decided(Supplier<DecidedJson> deciding) {
        try {
            DecidedJson decided = deciding.get();
            return answers.notKept(decided)
                    .status(decided.published() ? HttpStatus.ACCEPTED : HttpStatus.OK);
        } catch (WorkRefusal e) {
            Problem.Kind kind =
                    switch (e.why()) {
                        case UNKNOWN -> Problem.Kind.UNKNOWN_TITLE;
                        case CONFLICT -> Problem.Kind.CONFLICT;
                    };
            throw new ProblemException(kind, null, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(null, e);
        }
    }

    private static String who(@Nullable String by) {
        return by == null ? ModelsController.STAFF : by;
    }
}
