package org.leeswijzer.api.staff;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.Settings;

/** Lets only those pass who show the token of the settings: {@code Authorization: Bearer ...}. */
@ServerFilter({
    "/v1/models",
    "/v1/models/**",
    "/v1/jobs/**",
    "/v1/log/**",
    "/v1/works/**",
    "/v1/privacy/**",
    "/v1/store/**"
})
final class StaffFilter {
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] token;

    StaffFilter(Settings settings) {
        String set = settings.staffToken();
        token = set == null ? null : set.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the request of anybody else. */
    @RequestFilter
    void check(HttpRequest<?> request) {
        if (token == null) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    null,
                    "leeswijzer.staff-token is not set: set it to at least 32 characters, and show it here");
        }
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (shown == null || !isToken(shown, token)) {
            throw new ProblemException(
                    Problem.Kind.UNAUTHORIZED,
                    null,
                    "Authorization %s: give Bearer and the token that is set as leeswijzer.staff-token"
                            .formatted(shown == null ? "is missing" : "is not that of staff"));
        }
    }

    /* How long this takes tells nothing of how much of the token is right. */
    private static boolean isToken(String shown, byte[] token) {
        return shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        shown.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                        token);
    }
}
