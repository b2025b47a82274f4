package org.leeswijzer.api.page;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The readers' page: {@code GET /}, and its script and style. */
@Controller
final class PageController {
    private static final String POLICY =
            "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final byte[] html;
    private final byte[] script;
    private final byte[] style;

    PageController(ResourceResolver resources) {
        html = read(resources, "index.html");
        script = read(resources, "leeswijzer.js");
        style = read(resources, "leeswijzer.css");
    }

    private static byte[] read(ResourceResolver resources, String name) {
        try (InputStream in =
                resources
                        .getResourceAsStream("classpath:page/" + name)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                name
                                                        + " is missing from the jar: build it anew"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The page. */
    @Get("/")
    HttpResponse<byte[]> page() {
        return file(html, MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer");
    }

    /** What the page does. */
    @Get("/leeswijzer.js")
    HttpResponse<byte[]> script() {
        return file(script, MediaType.of("text/javascript;charset=utf-8"));
    }

    /** How the page looks. */
    @Get("/leeswijzer.css")
    HttpResponse<byte[]> style() {
        return file(style, MediaType.TEXT_CSS_TYPE);
    }

    private static MutableHttpResponse<byte[]> file(byte[] bytes, MediaType type) {
        return HttpResponse.ok(bytes)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
    }
}
