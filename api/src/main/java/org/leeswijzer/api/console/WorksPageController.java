package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.api.staff.DecidedJson;
import org.leeswijzer.api.staff.RecordJson;
import org.leeswijzer.api.staff.UndoJson;
import org.leeswijzer.api.staff.WorkDecider;
import org.leeswijzer.api.staff.WorkOrderJson;
import org.leeswijzer.engine.Engine;

/** Which records are one work: {@code /staff/works}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/works")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorksPageController {
    private static final String HOME = "/staff/works";

    private final WorkDecider decider;
    private final Pages pages;

    WorksPageController(Engine engine, KafkaSettings kafka, Pages pages) {
        decider = new WorkDecider(engine, kafka.consumer());
        this.pages = pages;
    }

    /** What was decided, and forms to decide more. */
    @Get
    HttpResponse<byte[]> works(Visit visit) {
        return pages.page(
                "works",
                visit.sheet(visit.words().say("Works", "Werken")),
                "decisions",
                decider.list());
    }

    /** Has records be one work. */
    @Post(uri = "/merge", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> merge(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(
                visit, HOME, () -> told(decider.merge(order(form), visit.session().by()), visit));
    }

    /** Has records be another work than all others. */
    @Post(uri = "/split", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> split(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(
                visit, HOME, () -> told(decider.split(order(form), visit.session().by()), visit));
    }

    /** Has a decision hold no more. */
    @Post(uri = "/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> undo(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        String by = visit.session().by();
        UndoJson order = new UndoJson(form.text("id"), by, form.text("reason"));
        return pages.then(visit, HOME, () -> told(decider.undo(order, by), visit));
    }

    private static WorkOrderJson order(Form form) {
        List<RecordJson> records =
                form.text("records")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(WorksPageController::record)
                        .toList();
        return new WorkOrderJson(records, null, form.text("reason"));
    }

    private static RecordJson record(String line) {
        int slash = line.indexOf('/');
        if (slash < 1 || slash == line.length() - 1) {
            throw new IllegalArgumentException(
                    "record is '%s': give the library's code, a slash and the id".formatted(line));
        }
        return new RecordJson(line.substring(0, slash), line.substring(slash + 1));
    }

    private static String told(DecidedJson decided, Visit visit) {
        Words words = visit.words();
        String overrules =
                decided.overrules().isEmpty()
                        ? ""
                        : words.say(
                                " It overrules %s.",
                                " Het gaat boven %s.", String.join(", ", decided.overrules()));
        return (decided.published()
                        ? words.say(
                                "Decided. It holds as soon as it is read from the event log.",
                                "Besloten. Het geldt zodra het uit het logboek gelezen is.")
                        : words.say("Decided. It holds now.", "Besloten. Het geldt nu."))
                + overrules;
    }
}
