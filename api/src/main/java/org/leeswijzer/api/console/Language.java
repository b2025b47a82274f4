package org.leeswijzer.api.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/** In which language somebody reads the console: as they chose, else as their browser asks for. */
final class Language {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "leeswijzer-staff-lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private Language() {}

    static Words of(HttpRequest<?> request) {
        return chosen(request)
                .or(() -> request.getCookies().findCookie(COOKIE).map(Cookie::getValue))
                .map(code -> new Words(code.equals("nl")))
                .orElseGet(() -> new Words(asksForDutch(request)));
    }

    /** Remembers what was chosen. */
    static void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        chosen(request)
                .ifPresent(
                        code ->
                                response.cookie(
                                        Cookie.of(COOKIE, code)
                                                .path("/staff")
                                                .httpOnly(true)
                                                .sameSite(SameSite.Strict)
                                                .maxAge(KEPT)));
    }

    /** What else a query asks for. */
    static String without(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(each -> !each.isEmpty() && !each.startsWith(PARAMETER + "="))
                        .collect(Collectors.joining("&"));
    }

    private static Optional<String> chosen(HttpRequest<?> request) {
        return Optional.ofNullable(request.getParameters().get(PARAMETER))
                .filter(code -> code.equals("nl") || code.equals("en"));
    }

    private static boolean asksForDutch(HttpRequest<?> request) {
        return request.getLocale().map(Locale::getLanguage).filter("nl"::equals).isPresent();
    }
}
