package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The document's schemas, taken strictly: a field that is not described is wrong. */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(
                    VersionFlag.V4,
                    builder ->
                            builder.metaSchema(OpenApi30.getInstance())
                                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final JsonNode document;
    private final JsonNode components;

    Schemas(JsonNode document) {
        this.document = document;
        components = document.path("components").deepCopy();
        components.path("schemas").forEach(Schemas::close);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** What is wrong with an example, held against what the document says of the operation; empty if nothing is. */
    Optional<String> check(String id, Example example) throws Exception {
        JsonNode operation = operation(id);
        List<String> wrong = new ArrayList<>(undescribed(operation, example));
        JsonNode response =
                resolve(operation.path("responses").path(Integer.toString(example.status())));
        if (response.isMissingNode()) {
            wrong.add("%d is not described".formatted(example.status()));
        }
        JsonNode content = response.path("content").path(String.valueOf(example.type()));
        boolean isEmpty = example.type() == null && !response.has("content");
        if (content.isMissingNode() && !isEmpty) {
            wrong.add("%d of %s is not described".formatted(example.status(), example.type()));
        }
        if (example.answer().startsWith("{")) {
            wrong.addAll(violations(content.path("schema"), example.answer()));
        }
        JsonNode asked = operation.at("/requestBody/content/application~1json/schema");
        if (asked.isObject() && example.status() < 400) {
            wrong.addAll(violations(asked, example.body()));
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(example.name() + ": " + wrong);
    }

    private JsonNode operation(String id) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(id)) {
                    return operation;
                }
            }
        }
        throw new IllegalArgumentException("no operation is described as " + id);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> undescribed(JsonNode operation, Example example) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(each -> names.add(each.path("name").asText()));
        String query = URI.create(example.path()).getQuery();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .map(each -> each.replaceFirst("=.*", ""))
                        .filter(each -> !names.contains(each))
                        .map(each -> "parameter " + each + " is not described")
                        .toList();
    }

    private List<String> violations(JsonNode schema, String json) throws Exception {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", components);
        Set<ValidationMessage> messages = FACTORY.getSchema(root).validate(JSON.readTree(json));
        return messages.stream().map(ValidationMessage::getMessage).toList();
    }
}
