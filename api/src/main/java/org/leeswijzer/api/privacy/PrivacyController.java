package org.leeswijzer.api.privacy;

import io.micronaut.http.HttpResponse;
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
import java.time.Clock;
import java.util.function.Supplier;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;

/** What staff do for a patron, named in the body: {@code /v1/privacy}. */
@Tag(name = "Privacy")
@Controller("/v1/privacy")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PrivacyController {
    private final Engine engine;
    private final Answers answers;
    private final PatronWords words;
    private final Export export;

    PrivacyController(Engine engine, Answers answers, KafkaSettings kafka, Clock clock) {
        this.engine = engine;
        this.answers = answers;
        words = new PatronWords(engine.secrets(), kafka.consumer(), clock);
        export = new Export(engine, clock);
    }

    /** Erases what is held on a patron, at once and in every version of the model; later loans count. Answers {@link WordJson}. */
    @Operation(operationId = "erasePatron")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/erase")
    HttpResponse<byte[]> erase(@Body PatronJson patron) {
        return say(Word.ERASE, patron);
    }

    /** Erases a patron who will not come back: nothing is ever held again. Answers {@link WordJson}. */
    @Operation(operationId = "erasePatronForGood")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/erase-for-good")
    HttpResponse<byte[]> eraseForGood(@Body PatronJson patron) {
        return say(Word.ERASE_FOR_GOOD, patron);
    }

    /** Erases what is held on a patron, and has nothing held until they opt in. Answers {@link WordJson}. */
    @Operation(operationId = "optPatronOut")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/opt-out")
    HttpResponse<byte[]> optOut(@Body PatronJson patron) {
        return say(Word.OPT_OUT, patron);
    }

    /** Lets later loans count of a patron who opted out. Answers {@link WordJson}. */
    @Operation(operationId = "optPatronIn")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/opt-in")
    HttpResponse<byte[]> optIn(@Body PatronJson patron) {
        return say(Word.OPT_IN, patron);
    }

    /** Tells all that is held on a patron. Answers {@link HeldJson}. */
    @Operation(operationId = "exportPatron")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HeldJson.class)))
    @Post("/export")
    HttpResponse<byte[]> export(@Body PatronJson patron) {
        return answer(() -> export.of(patron));
    }

    private HttpResponse<byte[]> say(Word word, PatronJson patron) {
        return answer(() -> words.say(word, patron, engine));
    }

    private HttpResponse<byte[]> answer(Supplier<Object> answer) {
        try {
            return answers.notKept(answer.get());
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(null, e);
        }
    }
}
