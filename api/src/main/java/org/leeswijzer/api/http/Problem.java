package org.leeswijzer.api.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:leeswijzer:problem:} and the kind, for programs
 * @param title the kind, for people
 * @param status of HTTP
 * @param detail the value, the field and the remedy
 * @param field of the request that is at fault, if it is one
 */
@Serdeable
public record Problem(
        String type, String title, int status, String detail, @Nullable String field) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String URN = "urn:leeswijzer:problem:";

    /** The kinds of problem. */
    public enum Kind {
        BAD_REQUEST("bad-request", "The request cannot be understood", HttpStatus.BAD_REQUEST),
        UNAUTHORIZED("unauthorized", "Not without a token", HttpStatus.UNAUTHORIZED),
        NO_KEY("no-key", "Not without a key", HttpStatus.UNAUTHORIZED),
        FORBIDDEN("forbidden", "Not open to you", HttpStatus.FORBIDDEN),
        NO_CONSENT("no-consent", "Not without the patron's consent", HttpStatus.FORBIDDEN),
        TOO_MANY_REQUESTS("too-many-requests", "Too many requests", HttpStatus.TOO_MANY_REQUESTS),
        CONFLICT("conflict", "Not as things stand", HttpStatus.CONFLICT),
        UNAVAILABLE("unavailable", "Not yet", HttpStatus.SERVICE_UNAVAILABLE),
        UNKNOWN_MODEL("unknown-model", "No such model version or job", HttpStatus.NOT_FOUND),
        UNKNOWN_TITLE("unknown-title", "No such title", HttpStatus.NOT_FOUND),
        UNKNOWN_LIBRARY("unknown-library", "No such library", HttpStatus.NOT_FOUND),
        UNKNOWN_RESOURCE("unknown-resource", "No such resource", HttpStatus.NOT_FOUND);

        private final String urn;
        private final String title;
        private final HttpStatus status;

        Kind(String name, String title, HttpStatus status) {
            urn = URN + name;
            this.title = title;
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    static Problem of(Kind kind, String detail, @Nullable String field) {
        return new Problem(kind.urn, kind.title, kind.status.getCode(), detail, field);
    }

    /** One that its status says all of. */
    static Problem of(HttpStatus status, String detail) {
        String name = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem(URN + name, status.getReason(), status.getCode(), detail, null);
    }
}
