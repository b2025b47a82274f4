package org.leeswijzer.api.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.Job;
import org.leeswijzer.engine.model.JobStatus;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Retrains that run or ran since the service was started: {@code /v1/jobs/{id}}. One runs at a time. */
@Tag(name = "Jobs")
@Controller("/v1/jobs/{id}")
final class JobsController {
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);

    private final Engine engine;
    private final Answers answers;

    JobsController(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /**
     * How a retrain stands. Answers {@link JobJson}.
     *
     * @param id of the job
     */
    @Operation(operationId = "job")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Get
    HttpResponse<byte[]> job(String id) {
        return answers.notKept(JobJson.of(find(id).status()));
    }

    /**
     * How a retrain goes on, as server-sent events: {@code progress} with {@link JobJson} twice a second, and {@code end} with the
     * last one.
     *
     * @param id of the job
     */
    @Operation(operationId = "jobEvents")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @Get(uri = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<JobJson>> events(String id) {
        Job job = find(id);
        return Flux.interval(Duration.ZERO, BETWEEN_EVENTS)
                .onBackpressureDrop()
                .map(tick -> job.status())
                .takeUntil(status -> status.state().ended())
                .map(JobsController::event);
    }

    private static Event<JobJson> event(JobStatus status) {
        return Event.of(JobJson.of(status)).name(status.state().ended() ? "end" : "progress");
    }

    /**
     * Tells a retrain to stop. Answers 202 with {@link JobJson}; 409 if it is too late.
     *
     * @param id of the job
     */
    @Operation(operationId = "cancelJob")
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> cancel(String id) {
        Job job = find(id);
        job.cancel();
        return answers.notKept(JobJson.of(job.status())).status(HttpStatus.ACCEPTED);
    }

    private Job find(String id) {
        return engine.models().jobs().find(id);
    }
}
