package org.leeswijzer.api.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;

/** What somebody filled in, on a page of ours. */
final class Form {
    /** The field that every form has. */
    static final String TOKEN = "formToken";

    private final Map<String, String> fields;

    /** @throws ProblemException 403 if it does not hold the session's own token */
    Form(Visit visit, Map<String, String> fields) {
        check(visit.session(), fields.get(TOKEN));
        this.fields = Map.copyOf(fields);
    }

    /** @throws ProblemException 403 if it is not the session's own token */
    static void check(Session session, @Nullable String shown) {
        boolean isOurs =
                shown != null
                        && MessageDigest.isEqual(
                                shown.getBytes(StandardCharsets.UTF_8),
                                session.formToken().getBytes(StandardCharsets.UTF_8));
        if (!isOurs) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    null,
                    "the form is not of this session: open its page again, and send it from there");
        }
    }

    /** What stands there, without space around it; empty if it is not filled in. */
    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** The same; null if it is not filled in. */
    @Nullable String optional(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }
}
