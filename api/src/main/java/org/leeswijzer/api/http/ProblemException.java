package org.leeswijzer.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Without a stack trace: it is the caller's mistake, and comes by the thousand. */
public final class ProblemException extends RuntimeException {
    private final Problem.Kind kind;
    private final @Nullable String field;

    public ProblemException(Problem.Kind kind, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.field = field;
    }

    /** A parameter that cannot be taken; the detail goes on from its name. */
    public static ProblemException bad(String field, String detail) {
        return new ProblemException(Problem.Kind.BAD_REQUEST, field, field + " " + detail);
    }

    /** What a caller got wrong, as whoever noticed says it: with the value and the remedy. */
    public static ProblemException bad(@Nullable String field, IllegalArgumentException cause) {
        return new ProblemException(
                Problem.Kind.BAD_REQUEST, field, String.valueOf(cause.getMessage()));
    }

    /** The answer that it is. */
    public HttpResponse<Problem> response() {
        MutableHttpResponse<Problem> response =
                HttpResponse.<Problem>status(kind.status())
                        .body(problem())
                        .contentType(Problem.MEDIA_TYPE);
        return switch (kind) {
            case UNAUTHORIZED -> challenge(response, "Bearer");
            case NO_KEY -> challenge(response, "ApiKey");
            default -> response;
        };
    }

    private static HttpResponse<Problem> challenge(
            MutableHttpResponse<Problem> response, String scheme) {
        return response.header(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"leeswijzer\"");
    }

    Problem problem() {
        return Problem.of(kind, String.valueOf(getMessage()), field);
    }
}
