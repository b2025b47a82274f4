package org.leeswijzer.api.privacy;

import io.micronaut.http.HttpRequest;
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
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;

/**
 * A patron's consent to suggestions that are made of their own loans: {@code POST /v1/patrons/consent} and {@code
 * /v1/patrons/withdraw-consent} with {@link PatronJson}. The catalogue where the patron has logged in calls it with its
 * library's key, which stands for the library. Answers {@link WordJson}.
 */
@Tag(name = "Privacy")
@Controller("/v1/patrons")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentController {
    private final Engine engine;
    private final Answers answers;
    private final NamedPatrons patrons;
    private final PatronWords words;

    ConsentController(
            Engine engine,
            Answers answers,
            NamedPatrons patrons,
            KafkaSettings kafka,
            Clock clock) {
        this.engine = engine;
        this.answers = answers;
        this.patrons = patrons;
        words = new PatronWords(engine.secrets(), kafka.consumer(), clock);
    }

    /** Records that the patron consents, from now on. */
    @Operation(operationId = "recordConsent")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/consent")
    HttpResponse<byte[]> consent(HttpRequest<?> request, @Body PatronJson patron) {
        return say(Word.CONSENT, request, patron);
    }

    /** Records that the patron does not consent any more. Their loans still count; to be forgotten they opt out. */
    @Operation(operationId = "withdrawConsent")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WordJson.class)))
    @Post("/withdraw-consent")
    HttpResponse<byte[]> withdraw(HttpRequest<?> request, @Body PatronJson patron) {
        return say(Word.WITHDRAW_CONSENT, request, patron);
    }

    private HttpResponse<byte[]> say(Word word, HttpRequest<?> request, PatronJson patron) {
        PatronJson whole = patrons.complete(request, patron);
        try {
            return answers.notKept(words.say(word, whole, engine));
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(null, e);
        }
    }
}
