package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.leeswijzer.api.access.Role;
import org.leeswijzer.api.access.RouteTable;
import org.leeswijzer.api.access.Rule;
import org.leeswijzer.api.access.Rule.Kind;

/**
 * Writes into an operation what holds for every one of its kind, so that no controller has to say it: who may call it, as the
 * table of routes has it, how it is refused, and that an answer to anybody can be kept.
 */
final class Rules {
    /** The roles that may, where some must. */
    static final String ROLES = "x-roles";

    private static final String RESPONSES = "responses";

    private Rules() {}

    /** Writes it. */
    static void apply(String method, String path, ObjectNode operation) {
        Rule rule = RouteTable.find(method, path).orElseThrow(() -> unruled(method, path));
        secure(rule, operation);
        ObjectNode responses = operation.withObjectProperty(RESPONSES);
        for (Refusal refusal : refusals(rule, operation)) {
            responses.putObject(refusal.status()).put("$ref", refusal.reference());
        }
        if (rule.kind() == Kind.READ && method.equals("GET")) {
            keep(responses);
        }
    }

    private static IllegalStateException unruled(String method, String path) {
        return new IllegalStateException(
                "%s %s is described and has no rule: add it to RouteTable".formatted(method, path));
    }

    private static void secure(Rule rule, ObjectNode operation) {
        ArrayNode security = operation.putArray("security");
        switch (rule.kind()) {
            case OPEN -> {
                // Nothing is needed, and nothing is looked at.
            }
            case READ -> {
                security.addObject();
                security.addObject().putArray(Api.KEY);
            }
            case KEY -> {
                security.addObject().putArray(Api.KEY);
                name(rule, operation, security);
            }
            case ROLES -> name(rule, operation, security);
        }
    }

    private static void name(Rule rule, ObjectNode operation, ArrayNode security) {
        security.addObject().putArray(Api.BEARER);
        ArrayNode roles = operation.putArray(ROLES);
        rule.roles().stream().map(Role::text).forEach(roles::add);
    }

    private static List<Refusal> refusals(Rule rule, ObjectNode operation) {
        List<Refusal> refusals = new ArrayList<>();
        boolean namesLibrary = hasParameter(operation, "name", "library");
        if (operation.has("parameters") || operation.has("requestBody")) {
            refusals.add(Refusal.BAD_REQUEST);
        }
        if (namesLibrary || hasParameter(operation, "in", "path")) {
            refusals.add(Refusal.NOT_FOUND);
        }
        if (rule.kind() != Kind.OPEN) {
            refusals.add(Refusal.UNAUTHORIZED);
            refusals.add(Refusal.TOO_MANY_REQUESTS);
            refusals.add(Refusal.UNAVAILABLE);
        }
        if (!rule.roles().isEmpty()) {
            refusals.add(Refusal.FORBIDDEN);
        }
        refusals.add(Refusal.ANY);
        return refusals;
    }

    private static boolean hasParameter(ObjectNode operation, String key, String value) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .anyMatch(each -> each.path(key).asText().equals(value));
    }

    private static void keep(ObjectNode responses) {
        responses
                .withObjectProperty("200")
                .withObjectProperty("headers")
                .set("ETag", tag(responses));
        responses
                .putObject("304")
                .put("description", "You have it: the tag in If-None-Match is that of the answer.");
    }

    private static ObjectNode tag(ObjectNode node) {
        ObjectNode tag = node.objectNode();
        tag.put("description", "The model's version and a hash of the answer.");
        tag.putObject("schema").put("type", "string");
        return tag;
    }
}
