package org.leeswijzer.api.widget;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.leeswijzer.api.http.EntityTag;

/**
 * The widget's script: {@code GET /widget/v1/readers-also-borrowed.js}. Pages of every origin may load it, with {@code
 * crossorigin} and without. It may be kept for an hour, and shown for a day more while it is looked up anew.
 */
@Hidden
@Controller("/widget/v1")
final class WidgetController {
    static final String FILE = "readers-also-borrowed.js";

    private static final MediaType SCRIPT = MediaType.of("text/javascript;charset=utf-8");
    private static final String CACHE_CONTROL =
            "public, max-age=3600, stale-while-revalidate=86400";

    private final byte[] script;
    private final String tag;

    WidgetController(ResourceResolver resources) {
        script = read(resources);
        tag = '"' + EntityTag.hash(script) + '"';
    }

    private static byte[] read(ResourceResolver resources) {
        try (InputStream in =
                resources
                        .getResourceAsStream("classpath:widget/" + FILE)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                FILE
                                                        + " is missing from the jar: build it anew"))) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Lean.of(script).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The script; 304 if the caller has it. */
    @Get(uri = "/" + FILE, produces = MediaType.ALL)
    HttpResponse<byte[]> script(HttpRequest<?> request) {
        MutableHttpResponse<byte[]> response =
                EntityTag.isNamed(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag)
                        ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                        : HttpResponse.ok(script).contentType(SCRIPT);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
