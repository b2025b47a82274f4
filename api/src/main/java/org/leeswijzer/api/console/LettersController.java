package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.ingest.LogPosition;
import org.leeswijzer.ingest.letter.Letter;
import org.leeswijzer.ingest.letter.Redriven;

/** Records that could not be read: {@code /staff/letters}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/letters")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LettersController {
    private static final String HOME = "/staff/letters";

    private final LetterBox box;
    private final Pages pages;

    LettersController(LetterBox box, Pages pages) {
        this.box = box;
        this.pages = pages;
    }

    /** Those that are not done with. */
    @Get
    HttpResponse<byte[]> letters(Visit visit) {
        return pages.page(
                "letters",
                visit.sheet(visit.words().say("Dead letters", "Onleesbare berichten")),
                "letters",
                view());
    }

    private LettersView view() {
        if (!box.isThere()) {
            return LettersView.none(false, null);
        }
        try {
            return LettersView.of(box.open());
        } catch (KafkaException e) {
            return LettersView.none(true, String.valueOf(e.getMessage()));
        }
    }

    /**
     * One of them, and its record without what it says.
     *
     * @param at {@code TOPIC-PARTITION=OFFSET}
     */
    @Get("/one")
    HttpResponse<byte[]> letter(Visit visit, @QueryValue String at) {
        if (!box.isThere()) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    null,
                    "no log is read here: set leeswijzer.kafka.bootstrap-servers");
        }
        try {
            return pages.page(
                    "letter",
                    visit.sheet(visit.words().say("A dead letter", "Een onleesbaar bericht")),
                    "view",
                    box.show(LogPosition.parse(at)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.Kind.UNKNOWN_RESOURCE, "at", String.valueOf(e.getMessage()));
        }
    }

    /** Has one, those of a topic, or all of them read again. */
    @Post(uri = "/redrive", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> redrive(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(visit, HOME, () -> told(box.redrive(chosen(form)), visit.words()));
    }

    private static Predicate<Letter> chosen(Form form) {
        String at = form.text("at");
        if (!at.isEmpty()) {
            LogPosition position = LogPosition.parse(at);
            return letter -> letter.position().equals(position);
        }
        String topic = form.text("topic");
        if (!topic.isEmpty()) {
            return letter -> letter.partition().topic().equals(topic);
        }
        if (form.text("all").isEmpty()) {
            throw new IllegalArgumentException("nothing is chosen: choose at least one");
        }
        return letter -> true;
    }

    private static String told(List<Redriven> done, Words words) {
        long resolved = done.stream().filter(Redriven::isResolved).count();
        return words.say(
                "%d read again; done with: %d, still not readable: %d.",
                "%d opnieuw gelezen; afgehandeld: %d, nog steeds niet te lezen: %d.",
                done.size(),
                resolved,
                done.size() - resolved);
    }
}
