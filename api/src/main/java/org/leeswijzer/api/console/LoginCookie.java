package org.leeswijzer.api.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds the secret of a login at the issuer's form while somebody is there. It comes back with them from another
 * site, so it is not as strict as {@link SessionCookie}, and opens nothing by itself.
 */
final class LoginCookie {
    private static final String NAME = "leeswijzer-login";
    private static final Duration KEPT = Duration.ofMinutes(15);

    private LoginCookie() {}

    static Cookie of(String secret, HttpRequest<?> request) {
        return cookie(secret, request).maxAge(KEPT);
    }

    static Cookie none(HttpRequest<?> request) {
        return cookie("", request).maxAge(Duration.ZERO);
    }

    /** The secret; empty where no login was begun in this browser. */
    static Optional<String> secret(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(secret -> !secret.isEmpty());
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(NAME, value)
                .path(ConsoleFilter.LOGIN)
                .httpOnly(true)
                .secure(SessionCookie.isSafe(request))
                .sameSite(SameSite.Lax);
    }
}
