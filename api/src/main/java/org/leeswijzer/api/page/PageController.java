package org.leeswijzer.api.page;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.EntityTag;
import org.leeswijzer.api.service.Settings;

/**
 * The readers' page: {@code GET /}, and the scripts and styles that it names: {@code GET /page/{version}/{file}}, where there
 * is nothing but {@link #FILES}, and their scripts as one.
 *
 * <p>With {@code leeswijzer.demo} set to true, the page says that the borrowing is simulated.
 */
@Hidden
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
    private static final String VERSION = "{{version}}";
    private static final String AHEAD = "{{ahead}}";

    /** All scripts as one. */
    static final String SCRIPT_FILE = "page.js";

    private static final String FOR_A_WHILE = "public, max-age=300";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final String html;
    private final Map<String, byte[]> files;
    private final String version;
    private final byte[] script;

    PageController(ResourceResolver resources, Settings settings) {
        files =
                FILES.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), name -> read(resources, name)));
        version = hash();
        script = script();
        html =
                new String(read(resources, "index.html"), StandardCharsets.UTF_8)
                        .replace(IS_DEMO, Boolean.toString(settings.demo()))
                        .replace(VERSION, version);
    }

    /* Of all files: scripts name each other by their place beside them, so they stay together. */
    private String hash() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        FILES.forEach(name -> all.writeBytes(Objects.requireNonNull(files.get(name))));
        return EntityTag.hash(all.toByteArray());
    }

    private byte[] script() {
        return Scripts.together("leeswijzer", name -> text(name + ".js"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text(String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
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

    /** The page, which has a title's first shelf asked for before any script is there. */
    @Get(uri = "/", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page(
            @Nullable @QueryValue String title,
            @Nullable @QueryValue String library,
            @Nullable @QueryValue String mode) {
        byte[] page =
                html.replace(AHEAD, FirstShelf.link(title, library, mode))
                        .getBytes(StandardCharsets.UTF_8);
        return ok(page, MediaType.TEXT_HTML_TYPE, FOR_A_WHILE)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer");
    }

    /**
     * What the page does and how it looks; 404 if there is no such file.
     *
     * @param version of the files that the page was written for; of another the answer is ours, and kept for a while
     */
    @Get(uri = "/page/{version}/{file}", produces = MediaType.ALL)
    HttpResponse<byte[]> file(String version, String file) {
        byte[] bytes = file.equals(SCRIPT_FILE) ? script : files.get(file);
        if (bytes == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such file");
        }
        return ok(
                bytes,
                file.endsWith(".css") ? STYLE : SCRIPT,
                version.equals(this.version) ? FOR_GOOD : FOR_A_WHILE);
    }

    private static MutableHttpResponse<byte[]> ok(byte[] bytes, MediaType type, String kept) {
        return HttpResponse.ok(bytes)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header("X-Content-Type-Options", "nosniff");
    }
}
