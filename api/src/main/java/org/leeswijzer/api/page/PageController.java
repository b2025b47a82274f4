package org.leeswijzer.api.page;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leeswijzer.api.service.Settings;

/**
 * The readers' page: {@code GET /}, and the scripts and styles that it names: {@code GET /page/{file}}, where there is
 * nothing but {@link #FILES}.
 *
 * <p>With {@code leeswijzer.demo} set to true, the page says that the borrowing is simulated.
 */
@Controller
final class PageController {
    static final List<String> FILES =
            List.of(
                    "api.js",
                    "cards.js",
                    "covers.css",
                    "dial.js",
                    "dom.js",
                    "language.js",
                    "leeswijzer.css",
                    "leeswijzer.js",
                    "libraries.js",
                    "list.js",
                    "mine.js",
                    "opinion.js",
                    "place.js",
                    "reader.js",
                    "results.js",
                    "shelf.js",
                    "start.js",
                    "store.js",
                    "texts.js",
                    "title.js");

    private static final String POLICY =
            "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final MediaType SCRIPT = MediaType.of("text/javascript;charset=utf-8");
    private static final MediaType STYLE = MediaType.of("text/css;charset=utf-8");
    private static final String IS_DEMO = "{{demo}}";

    private final byte[] html;
    private final Map<String, byte[]> files;

    PageController(ResourceResolver resources, Settings settings) {
        html =
                new String(read(resources, "index.html"), StandardCharsets.UTF_8)
                        .replace(IS_DEMO, Boolean.toString(settings.demo()))
                        .getBytes(StandardCharsets.UTF_8);
        files =
                FILES.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), name -> read(resources, name)));
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
        return ok(html, MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer");
    }

    /** What the page does and how it looks; 404 if there is no such file. */
    @Get("/page/{file}")
    HttpResponse<byte[]> file(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such file");
        }
        return ok(bytes, file.endsWith(".css") ? STYLE : SCRIPT);
    }

    private static MutableHttpResponse<byte[]> ok(byte[] bytes, MediaType type) {
        return HttpResponse.ok(bytes)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
    }
}
