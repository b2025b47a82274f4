package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The API as OpenAPI 3. It was made of the controllers while they were compiled; when it is read, what the table of routes and
 * the examples say is written into it.
 */
@Singleton
final class Document {
    static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private static final String COMPILED = "/META-INF/swagger/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SAID =
            Map.of("200", "The answer.", "201", "It is there.", "202", "It is under way.");

    private final ObjectNode root;

    Document(Examples examples) {
        root = read();
        Refusal.define(root.withObjectProperty("components"));
        root.at("/components/schemas").forEach(Document::require);
        for (String alike : List.of("BatchJson", "PatronListJson")) {
            Parameters.complete(root.at("/components/schemas/" + alike + "/properties"), asked());
        }
        operations(
                (route, operation) -> {
                    Parameters.describe(operation, asked());
                    Rules.apply(route.get(0), route.get(1), operation);
                    describe(operation);
                    examples.write(operation);
                });
    }

    private static ObjectNode read() {
        try (InputStream in = Document.class.getResourceAsStream(COMPILED)) {
            if (in == null) {
                throw new IllegalStateException(
                        COMPILED + " is missing from the jar: build it anew");
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(COMPILED + " cannot be read", e);
        }
    }

    /* What a list is asked with. */
    private JsonNode asked() {
        return root.at("/components/schemas/ListJson/properties");
    }

    /* What has to be given is never null; the records allow it to tell in their own words what is missing. */
    private static void require(JsonNode schema) {
        for (JsonNode name : schema.path("required")) {
            JsonNode field = schema.path("properties").path(name.asText());
            if (field instanceof ObjectNode object) {
                object.remove("nullable");
            }
        }
    }

    /** All of it; not to be changed. */
    JsonNode root() {
        return root;
    }

    /** Calls with the method and path of each operation, and the operation. */
    void operations(BiConsumer<List<String>, ObjectNode> action) {
        root.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        action.accept(
                                                                List.of(
                                                                        each.getKey()
                                                                                .toUpperCase(
                                                                                        java.util
                                                                                                .Locale
                                                                                                .ROOT),
                                                                        path.getKey()),
                                                                (ObjectNode) each.getValue())));
    }

    /* A summary is the description's first sentence; said once is enough. And every answer has to be described. */
    private static void describe(ObjectNode operation) {
        if (operation.path("description").equals(operation.path("summary"))) {
            operation.remove("description");
        }
        operation
                .path("responses")
                .properties()
                .forEach(
                        each -> {
                            String said = SAID.get(each.getKey());
                            if (said != null) {
                                ((ObjectNode) each.getValue())
                                        .set("description", TextNode.valueOf(said));
                            }
                        });
    }
}
