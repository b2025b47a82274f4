package org.leeswijzer.api.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The API as OpenAPI 3, for programs: {@code GET /openapi.json} and {@code GET /openapi.yml}. Pages of any site may read it, and
 * anybody may keep it; 304 to whoever has it.
 */
@Hidden
@Controller
final class DocumentController {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType YAML = MediaType.of("application/yaml");

    private final Kept json;
    private final Kept yaml;

    DocumentController(Document document) {
        try {
            json =
                    new Kept(
                            JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsBytes(document.root()),
                            MediaType.APPLICATION_JSON_TYPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the document cannot be written as JSON", e);
        }
        yaml = new Kept(yaml(document).getBytes(StandardCharsets.UTF_8), YAML);
    }

    private static String yaml(Document document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(JSON.convertValue(document.root(), Map.class));
    }

    /** As JSON. */
    @Get("/openapi.json")
    HttpResponse<byte[]> json(HttpRequest<?> request) {
        return open(request, json);
    }

    /** As YAML. */
    @Get(uri = "/openapi.yml", produces = MediaType.ALL)
    HttpResponse<byte[]> yaml(HttpRequest<?> request) {
        return open(request, yaml);
    }

    private static HttpResponse<byte[]> open(HttpRequest<?> request, Kept kept) {
        return kept.answer(request).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
