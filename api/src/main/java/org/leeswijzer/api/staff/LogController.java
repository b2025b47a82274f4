package org.leeswijzer.api.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.ReplayOrder;

/** The event log as this service reads it: {@code /v1/log}. */
@Tag(name = "Operations")
@Controller("/v1/log")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LogController {
    private final Optional<LoanConsumer> consumer;
    private final Answers answers;

    LogController(Optional<LoanConsumer> consumer, Answers answers) {
        this.consumer = consumer;
        this.answers = answers;
    }

    /**
     * Has the log read again from an offset or a time on; nothing is counted twice. Answers 202 with {@link ReplayedJson}
     * when reading goes on from there; 409 while the log is not being read.
     */
    @Operation(operationId = "replayLog")
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = ReplayedJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/replay")
    HttpResponse<byte[]> replay(@Body ReplayJson order) throws InterruptedException {
        LoanConsumer reading =
                consumer.orElseThrow(
                        () ->
                                conflict(
                                        "no log is read here: set leeswijzer.kafka.bootstrap-servers"));
        List<String> offsets = order.fromOffsets();
        try {
            return answers.notKept(
                            ReplayedJson.of(
                                    reading.replay(
                                            ReplayOrder.parse(
                                                    offsets == null ? List.of() : offsets,
                                                    order.fromTime()))))
                    .status(HttpStatus.ACCEPTED);
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(null, e);
        } catch (IllegalStateException e) {
            throw conflict(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(Problem.Kind.CONFLICT, null, detail);
    }
}
