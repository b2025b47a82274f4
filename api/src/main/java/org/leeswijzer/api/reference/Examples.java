package org.leeswijzer.api.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The examples of all operations. They stand in the resources, a file per operation, in the order of the list {@code
 * operations}; a test asks each of them of a running service and holds the answer against the one that stands there.
 */
@Singleton
final class Examples {
    private static final String FOLDER = "/reference/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Example>> byOperation = new LinkedHashMap<>();

    Examples() {
        read("operations")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(id -> byOperation.put(id, ExampleFile.parse(read(id + ".http"))));
    }

    private static String read(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "reference/%s is missing from the resources: write it".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + " cannot be read", e);
        }
    }

    /** Operations that have examples, in the order in which they are to be asked and read. */
    List<String> operations() {
        return List.copyOf(byOperation.keySet());
    }

    /** Those of an operation. */
    List<Example> of(String operation) {
        return byOperation.getOrDefault(operation, List.of());
    }

    /** Writes what was sent and answered into an operation of the document. */
    void write(ObjectNode operation) {
        for (Example example : of(operation.path("operationId").asText())) {
            JsonNode request = operation.at("/requestBody/content/application~1json");
            if (request.isObject() && !example.body().isEmpty()) {
                write(request, example.name(), example.body());
            }
            JsonNode response =
                    operation
                            .path("responses")
                            .path(Integer.toString(example.status()))
                            .path("content")
                            .path(String.valueOf(example.type()));
            if (response.isObject() && !example.answer().isEmpty()) {
                write(response, example.name(), example.answer());
            }
        }
    }

    private static void write(JsonNode content, String name, String text) {
        ((ObjectNode) content)
                .withObjectProperty("examples")
                .putObject(key(name))
                .put("summary", name)
                .set("value", value(text));
    }

    private static JsonNode value(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.valueToTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an example is not JSON: " + text, e);
        }
    }

    /* Of what a name in the document may hold. */
    private static String key(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
