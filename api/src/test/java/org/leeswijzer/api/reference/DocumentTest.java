package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.yaml.snakeyaml.Yaml;

/** The document, as it is served. */
class DocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path folder;
    private static TinyService service;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, Map.of());
        document = JSON.readTree(service.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void describesEveryRouteOfTheApiAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        assertThat(described)
                .isEqualTo(
                        service.routes().stream()
                                .filter(route -> route.contains(" /v1/"))
                                .filter(route -> !route.startsWith("HEAD "))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void isValidOpenApi() throws Exception {
        for (String file : List.of("/openapi.json", "/openapi.yml")) {
            SwaggerParseResult result =
                    new OpenAPIV3Parser().readContents(service.get(file).body());
            assertThat(result.getMessages()).as(file).isEmpty();
            assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
        }
    }

    @Test
    void isTheSameAsYaml() throws Exception {
        Object yaml = new Yaml().load(service.get("/openapi.yml").body());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(yaml))).isEqualTo(document);
    }

    @Test
    void saysOfEveryOperationAndParameterAndFieldWhatItIs() {
        Set<String> silent = new TreeSet<>();
        new Document(new Examples())
                .operations(
                        (route, operation) -> {
                            if (operation.path("summary").asText().isBlank()
                                    || operation.path("tags").size() != 1) {
                                silent.add(route.toString());
                            }
                            for (JsonNode each : operation.path("parameters")) {
                                if (each.path("description").asText().isBlank()) {
                                    silent.add(route + " " + each.path("name").asText());
                                }
                            }
                        });
        document.at("/components/schemas")
                .properties()
                .forEach(
                        schema -> {
                            if (schema.getValue().path("description").asText().isBlank()) {
                                silent.add(schema.getKey());
                            }
                        });
        assertThat(silent).isEmpty();
    }

    @Test
    void mayBeKeptByAnybodyAndReadByPagesOfAnySite() throws Exception {
        for (String file : List.of("/openapi.json", "/openapi.yml")) {
            HttpResponse<String> first = service.get(file, "Origin", "https://catalogue.example");
            assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(service.get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void everyAnswerThatItSaysCanBeKeptHasATag() throws Exception {
        Examples examples = new Examples();
        Set<String> kept = new TreeSet<>();
        new Document(examples)
                .operations(
                        (route, operation) -> {
                            if (operation.path("responses").has("304")) {
                                kept.add(operation.path("operationId").asText());
                            }
                        });
        assertThat(kept).contains("suggestionsForTitle", "searchTitles", "title", "libraries");
        for (String operation : kept) {
            String path = examples.of(operation).get(0).path();
            String tag = service.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(service.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }
}
