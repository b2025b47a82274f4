package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Completes what is said of parameters. The shelves of a title, of a list and of a list of results are asked alike, so what the
 * list's fields say holds for parameters, and for fields of the results, of the same names that say nothing themselves.
 */
final class Parameters {
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";

    private Parameters() {}

    /**
     * Completes them.
     *
     * @param asked the fields of what is asked for a list, by name
     */
    static void describe(ObjectNode operation, JsonNode asked) {
        for (JsonNode each : operation.path("parameters")) {
            ObjectNode parameter = (ObjectNode) each;
            JsonNode field = asked.path(parameter.path("name").asText());
            if (!parameter.has(DESCRIPTION) && field.isObject()) {
                ObjectNode schema = ((ObjectNode) field).deepCopy();
                parameter.set(DESCRIPTION, schema.remove(DESCRIPTION));
                parameter.set(SCHEMA, schema);
            }
            ObjectNode schema = (ObjectNode) parameter.path(SCHEMA);
            // Absent is absent: an address has no null. And what has a default need not be given.
            schema.remove("nullable");
            if (schema.has("default")) {
                parameter.remove("required");
            }
        }
    }

    /**
     * Completes the fields of another body.
     *
     * @param asked the fields of what is asked for a list, by name
     */
    static void complete(JsonNode fields, JsonNode asked) {
        fields.properties()
                .forEach(
                        each -> {
                            ObjectNode field = (ObjectNode) each.getValue();
                            JsonNode alike = asked.path(each.getKey());
                            boolean isBounded = field.has("maximum") || field.has("maxItems");
                            if (alike.isObject() && !isBounded) {
                                field.setAll((ObjectNode) alike.deepCopy());
                            }
                        });
    }
}
