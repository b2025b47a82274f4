package org.leeswijzer.api.privacy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.engine.Engine;

/** What a privacy officer asks of a version of the model: {@code /v1/models/{version}/privacy}. */
@Tag(name = "Privacy")
@Controller("/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {
    private final Engine engine;
    private final Answers answers;

    ReportController(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /**
     * What is held, for how long and where, and what is withheld. Answers {@link PrivacyReportJson}, 404 if the version is not kept. The first time after a retrain, and after a patron
     * left, all pairs are counted for it, which takes as long as that takes a retrain.
     *
     * @param version its number
     */
    @Operation(operationId = "privacyReport")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PrivacyReportJson.class)))
    @Get("/{version}/privacy")
    HttpResponse<byte[]> report(int version) {
        return answers.notKept(PrivacyReportJson.of(engine.privacy().report(version)));
    }
}
