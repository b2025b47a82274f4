package org.leeswijzer.api.console;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** What the console's pages name: styles, the icon, and htmx out of its WebJars, {@code GET /staff/files/{file}}. */
@Hidden
@Produces(MediaType.ALL)
@Controller("/staff/files")
final class FilesController {
    private static final String WEBJARS = "META-INF/resources/webjars/";

    /* The versions are those of the pom: with others the service does not start. */
    private static final Map<String, String> PLACES =
            Map.of(
                    "console.css", "console/console.css",
                    "icon.svg", "console/icon.svg",
                    "charts.css", "org/leeswijzer/api/report/charts.css",
                    "htmx.js", WEBJARS + "htmx.org/2.0.8/dist/htmx.min.js",
                    "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js");

    private final Map<String, byte[]> files;

    FilesController(ResourceResolver resources) {
        files =
                PLACES.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        place -> read(resources, place.getValue())));
    }

    private static byte[] read(ResourceResolver resources, String place) {
        try (InputStream in =
                resources
                        .getResourceAsStream("classpath:" + place)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                place
                                                        + " is missing from the jars: build them anew"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read", e);
        }
    }

    /** One of them; 404 if there is no such file. */
    @Get("/{file}")
    HttpResponse<byte[]> file(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such file");
        }
        return HttpResponse.ok(bytes)
                .contentType(type(file))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }

    private static MediaType type(String file) {
        if (file.endsWith(".css")) {
            return MediaType.of("text/css;charset=utf-8");
        }
        return file.endsWith(".svg")
                ? MediaType.of("image/svg+xml")
                : MediaType.of("text/javascript;charset=utf-8");
    }
}
