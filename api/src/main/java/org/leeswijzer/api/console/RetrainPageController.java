package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.staff.JobJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.Job;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.ingest.LoanConsumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Making a new version, and looking on: {@code /staff/retrain}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/retrain")
final class RetrainPageController {
    private static final String HOME = "/staff/retrain";
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);
    private static final int SECONDS = 3;

    private final Engine engine;
    private final Optional<LoanConsumer> consumer;
    private final Pages pages;

    RetrainPageController(Engine engine, Optional<LoanConsumer> consumer, Pages pages) {
        this.engine = engine;
        this.consumer = consumer;
        this.pages = pages;
    }

    /** The form, and how the last retrains went. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> page(Visit visit) {
        List<JobJson> jobs =
                engine.models().jobs().all().stream().map(job -> JobJson.of(job.status())).toList();
        boolean runs = !jobs.isEmpty() && jobs.get(0).ended() == null;
        Sheet sheet = visit.sheet(visit.words().say("Retrain", "Hertrainen"));
        return pages.page("retrain", runs ? sheet.refreshing(SECONDS) : sheet, "jobs", jobs);
    }

    /** Starts one. */
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> start(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    OptionalLong unread =
                            consumer.map(reading -> OptionalLong.of(reading.status().totalLag()))
                                    .orElseGet(OptionalLong::empty);
                    int version =
                            engine.models()
                                    .start(
                                            new RetrainOrder(
                                                    visit.session().by(),
                                                    form.optional("reason"),
                                                    unread))
                                    .status()
                                    .version();
                    return visit.words()
                            .say("Version %d is being made.", "Versie %d wordt gemaakt.", version);
                });
    }

    /** Tells one to stop. */
    @Post(uri = "/{id}/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> cancel(Visit visit, String id, @Body Map<String, String> fields) {
        Form unusedButChecked = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    engine.models().jobs().find(id).cancel();
                    return visit.words().say("It is told to stop.", "Het is gevraagd te stoppen.");
                });
    }

    /** How one goes on, as the part of the page that changes: {@code progress} twice a second, and {@code end}. */
    @Get(uri = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(Visit visit, String id) {
        Job job = engine.models().jobs().find(id);
        Words words = visit.words();
        return Flux.interval(Duration.ZERO, BETWEEN_EVENTS)
                .onBackpressureDrop()
                .map(tick -> JobJson.of(job.status()))
                .takeUntil(status -> status.ended() != null)
                .map(status -> event(status, words));
    }

    private Event<String> event(JobJson job, Words words) {
        String part = pages.part("job", Map.of("job", job, "words", words));
        return Event.of(part.replaceAll("\\s*\\R\\s*", " "))
                .name(job.ended() == null ? "progress" : "end");
    }
}
