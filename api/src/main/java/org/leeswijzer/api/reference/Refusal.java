package org.leeswijzer.api.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.leeswijzer.api.http.Problem;

/** Ways in which a request is refused, each a response of the document that operations refer to. */
enum Refusal {
    BAD_REQUEST("400", "BadRequest", "The request cannot be understood."),
    UNAUTHORIZED("401", "Unauthorized", "A key or a token is missing, or nobody has it."),
    FORBIDDEN("403", "Forbidden", "Known, and without the role that it takes."),
    NOT_FOUND("404", "NotFound", "There is no such thing."),
    CONFLICT("409", "Conflict", "It cannot be as things stand."),
    TOO_MANY_REQUESTS("429", "TooManyRequests", "Too soon: Retry-After says in how many seconds."),
    UNAVAILABLE("503", "Unavailable", "Not yet: the detail says why."),
    ANY("default", "Failure", "Whatever else goes wrong.");

    private static final String RESPONSES = "#/components/responses/";

    private final String status;
    private final String component;
    private final String description;

    Refusal(String status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    /** Of HTTP, or {@code default}. */
    String status() {
        return status;
    }

    /** When that is. */
    String description() {
        return description;
    }

    String reference() {
        return RESPONSES + component;
    }

    /** Writes all of them into the document's components. */
    static void define(ObjectNode components) {
        ObjectNode responses = components.withObjectProperty("responses");
        for (Refusal each : values()) {
            each.write(responses.putObject(each.component));
        }
    }

    private void write(ObjectNode response) {
        response.put("description", description);
        if (this == TOO_MANY_REQUESTS) {
            response.putObject("headers")
                    .putObject("Retry-After")
                    .put("description", "Seconds.")
                    .putObject("schema")
                    .put("type", "integer");
        }
        response.putObject("content")
                .putObject(Problem.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
