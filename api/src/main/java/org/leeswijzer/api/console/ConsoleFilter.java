package org.leeswijzer.api.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.Logins;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.RestoreWatch;

/**
 * Lets only those see the console who are logged in, or who need not be; shows them every problem as a page, and says of each answer how little may
 * be done with it.
 */
@ServerFilter({"/staff", "/staff/**"})
final class ConsoleFilter {
    static final String LOGIN = "/staff/login";
    static final String FILES = "/staff/files/";

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final List<String> MADE_OF_LOANS =
            List.of("/staff/models", "/staff/retrain", "/staff/privacy");
    private static final String BEGUN = "leeswijzer.begun";
    private static final List<String> OUR_OWN = List.of("same-origin", "none");

    private final Sessions sessions;
    private final Logins logins;
    private final RestoreWatch watch;
    private final Pages pages;

    ConsoleFilter(Sessions sessions, Logins logins, RestoreWatch watch, Pages pages) {
        this.sessions = sessions;
        this.logins = logins;
        this.watch = watch;
        this.pages = pages;
    }

    /** Ends the request of whoever is not logged in, and of pages of others; what it answers then is not shown to {@link #answer} by itself. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        HttpResponse<?> refusal;
        try {
            refusal = refusal(request);
        } catch (ProblemException e) {
            refusal = e.response();
        }
        return refusal == null ? null : answer(request, refusal.toMutableResponse());
    }

    private @Nullable HttpResponse<?> refusal(HttpRequest<?> request) {
        String path = request.getPath();
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (request.getMethod() == HttpMethod.POST && site != null && !OUR_OWN.contains(site)) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    null,
                    "the form is of another site: use the console's own");
        }
        if (path.equals(LOGIN) || path.startsWith(LOGIN + "/") || path.startsWith(FILES)) {
            return null;
        }
        Optional<Session> session = session(request);
        if (session.isEmpty()) {
            return HttpResponse.seeOther(URI.create(LOGIN));
        }
        request.setAttribute(VisitBinder.ATTRIBUTE, session.get());
        if (!session.get().maySee(path)) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN, null, "this page is for others than you logged in as");
        }
        checkRestored(path);
        return null;
    }

    private Optional<Session> session(HttpRequest<?> request) {
        Optional<Session> session =
                request.getCookies()
                        .findCookie(SessionCookie.NAME)
                        .map(Cookie::getValue)
                        .flatMap(id -> sessions.find(id, due -> logins.renew(request, due)));
        return session.isEmpty() && request.getMethod() == HttpMethod.GET && logins.isFree(request)
                ? begin(request)
                : session;
    }

    /* Of whoever needs no login; a form needs the token of a session that there is. */
    private Optional<Session> begin(HttpRequest<?> request) {
        String id = sessions.open(LoginController.NAMELESS, LoginController.ALL);
        request.setAttribute(BEGUN, id);
        return sessions.find(id, UnaryOperator.identity());
    }

    private void checkRestored(String path) {
        watch.waiting()
                .filter(restored -> MADE_OF_LOANS.stream().anyMatch(path::startsWith))
                .ifPresent(
                        restored -> {
                            throw new ProblemException(
                                    Problem.Kind.UNAVAILABLE,
                                    null,
                                    "the store was " + RestoreWatch.why(restored));
                        });
    }

    /** Makes a page of a problem, and adds what browsers are to keep to. */
    @ResponseFilter
    MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpResponse<?> shown =
                response.body() instanceof Problem problem ? page(request, problem) : response;
        if (!request.getPath().startsWith(FILES)) {
            shown.header(HttpHeaders.CACHE_CONTROL, "no-store");
            Language.keep(request, shown);
        }
        request.getAttribute(BEGUN, String.class)
                .ifPresent(id -> shown.cookie(SessionCookie.of(id, request)));
        return shown.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    private MutableHttpResponse<byte[]> page(HttpRequest<?> request, Problem problem) {
        Words words = Language.of(request);
        Sheet sheet =
                new Sheet(
                        words,
                        words.say("That cannot be", "Dat kan niet"),
                        request.getPath(),
                        "",
                        VisitBinder.session(request).orElse(null),
                        null,
                        0);
        return pages.refusal(
                HttpStatus.valueOf(problem.status()), sheet, Said.of(problem.detail(), words));
    }
}
