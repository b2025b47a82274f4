package org.leeswijzer.api.http;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Without a stack trace: it is the caller's mistake, and comes by the thousand. */
final class ProblemException extends RuntimeException {
    private final Problem.Kind kind;
    private final @Nullable String field;

    ProblemException(Problem.Kind kind, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.field = field;
    }

    /** A parameter that cannot be taken; the detail goes on from its name. */
    static ProblemException bad(String field, String detail) {
        return new ProblemException(Problem.Kind.BAD_REQUEST, field, field + " " + detail);
    }

    Problem.Kind kind() {
        return kind;
    }

    Problem problem() {
        return Problem.of(kind, String.valueOf(getMessage()), field);
    }
}
