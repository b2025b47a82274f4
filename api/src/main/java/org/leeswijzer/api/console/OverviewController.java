package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.leeswijzer.api.report.ModelFigures;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.RestoreWatch;
import org.leeswijzer.api.staff.JobJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.ingest.ConsumerStatus;
import org.leeswijzer.ingest.LoanConsumer;

/** How everything stands, and what needs attention: {@code GET /staff}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {
    private final Engine engine;
    private final Optional<LoanConsumer> consumer;
    private final RestoreWatch watch;
    private final Pages pages;

    OverviewController(
            Engine engine, Optional<LoanConsumer> consumer, RestoreWatch watch, Pages pages) {
        this.engine = engine;
        this.consumer = consumer;
        this.watch = watch;
        this.pages = pages;
    }

    /** The page. */
    @Get
    HttpResponse<byte[]> overview(Visit visit) {
        Words words = visit.words();
        Optional<ConsumerStatus> log = consumer.map(LoanConsumer::status);
        Overview overview =
                new Overview(
                        engine.model(),
                        engine.statistics(),
                        log,
                        engine.models().jobs().all().stream()
                                .findFirst()
                                .map(job -> JobJson.of(job.status()))
                                .orElse(null),
                        Attention.of(engine, log, watch, words),
                        new ModelFigures(words).of(engine.models().all()));
        return pages.page(
                "overview", visit.sheet(words.say("Overview", "Overzicht")), "overview", overview);
    }
}
