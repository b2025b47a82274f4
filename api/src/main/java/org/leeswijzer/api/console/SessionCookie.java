package org.leeswijzer.api.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;

/** The cookie that holds a session's id: for this site and this host alone, and out of reach of scripts. */
final class SessionCookie {
    static final String NAME = "leeswijzer-staff";

    private SessionCookie() {}

    static Cookie of(String id, HttpRequest<?> request) {
        return cookie(id, request);
    }

    static Cookie none(HttpRequest<?> request) {
        return cookie("", request).maxAge(Duration.ZERO);
    }

    /* A proxy says of its own side of the way whether it is safe; who says so falsely harms only themselves. */
    static boolean isSafe(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(NAME, value)
                .path("/staff")
                .httpOnly(true)
                .secure(isSafe(request))
                .sameSite(SameSite.Strict);
    }
}
