package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;

/** Which libraries there are: {@code GET /v1/libraries}. Answers {@link LibrariesJson}. */
@Controller("/v1/libraries")
final class LibrariesController {
    private final Engine engine;
    private final Answers answers;

    LibrariesController(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /** The libraries' codes. */
    @Get
    HttpResponse<byte[]> libraries(HttpRequest<?> request) {
        return answers.kept(
                request,
                new LibrariesJson(engine.libraries().stream().map(Library::code).toList()));
    }
}
