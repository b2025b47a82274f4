package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;

/** Which libraries there are: {@code GET /v1/libraries}. Answers {@link LibrariesJson}. */
@Tag(name = "Titles")
@Controller("/v1/libraries")
final class LibrariesController {
    private final Engine engine;
    private final Answers answers;

    LibrariesController(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /** The codes of the libraries that have sent something. */
    @Operation(operationId = "libraries")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LibrariesJson.class)))
    @Get
    HttpResponse<byte[]> libraries(HttpRequest<?> request) {
        return answers.kept(
                request,
                new LibrariesJson(engine.libraries().stream().map(Library::code).toList()));
    }
}
