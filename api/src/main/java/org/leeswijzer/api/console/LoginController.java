package org.leeswijzer.api.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.IssuerForm;
import org.leeswijzer.api.access.Login;
import org.leeswijzer.api.access.Logins;
import org.leeswijzer.api.access.Role;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.report.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Coming in and going out: {@code /staff/login} and {@code /staff/logout}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff")
final class LoginController {
    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);
    private static final int LONGEST_NAME = 100;

    /** Who gives no name. */
    static final String NAMELESS = "staff";

    /** What somebody is who needs no login. */
    static final Login ALL = Login.of(Set.copyOf(Role.OF_STAFF));

    private final Logins logins;
    private final Sessions sessions;
    private final Pages pages;

    LoginController(Logins logins, Sessions sessions, Pages pages) {
        this.logins = logins;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** The form; says what to do where nobody can log in, and asks no token where none is needed. */
    @Get("/login")
    HttpResponse<byte[]> form(HttpRequest<?> request) {
        return form(request, null);
    }

    private MutableHttpResponse<byte[]> form(HttpRequest<?> request, @Nullable Notice notice) {
        return pages.page(
                "login",
                sheet(request, notice),
                Map.of(
                        "isOpen",
                        logins.areOpen(),
                        "isFree",
                        logins.isFree(request),
                        "isOfIssuer",
                        logins.areOfIssuer(),
                        "hasForm",
                        logins.form().isPresent()));
    }

    private static Sheet sheet(HttpRequest<?> request, @Nullable Notice notice) {
        Words words = Language.of(request);
        return new Sheet(
                words,
                words.say("Staff: log in", "Medewerkers: inloggen"),
                ConsoleFilter.LOGIN,
                "",
                null,
                notice,
                0);
    }

    /** Begins a session of whoever shows a token, or needs none; anybody else gets the form again. */
    @Post(uri = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> login(HttpRequest<?> request, @Body Map<String, String> fields) {
        Words words = Language.of(request);
        Login login;
        try {
            login =
                    logins.isFree(request)
                            ? ALL
                            : logins.find(request, fields.getOrDefault("token", "").strip());
        } catch (ProblemException e) {
            return form(request, Notice.bad(Said.of(String.valueOf(e.getMessage()), words)))
                    .status(e.response().status());
        }
        if (login.roles().isEmpty()) {
            LOG.warn(
                    "Somebody tried to log in to the console with a token that is not that of staff");
            String told =
                    words.say(
                            "That is not the token of staff.",
                            "Dat is niet het token van medewerkers.");
            return form(request, Notice.bad(Said.asIs(told))).status(HttpStatus.FORBIDDEN);
        }
        return HttpResponse.<byte[]>seeOther(URI.create("/staff"))
                .cookie(session(login, fields.getOrDefault("by", ""), request));
    }

    /** Sends somebody to the issuer's own form. */
    @Get("/login/issuer")
    HttpResponse<?> toIssuer(HttpRequest<?> request) {
        if (logins.form().isEmpty()) {
            return HttpResponse.seeOther(URI.create(ConsoleFilter.LOGIN));
        }
        String secret = sessions.draw();
        return HttpResponse.seeOther(logins.form().get().address(secret))
                .cookie(LoginCookie.of(secret, request));
    }

    /** Begins a session of whoever comes back from there; the browser then asks for the overview by itself. */
    @Get("/login/callback")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> fromIssuer(
            HttpRequest<?> request,
            @Nullable @QueryValue String code,
            @Nullable @QueryValue String state) {
        if (logins.form().isEmpty()) {
            return HttpResponse.seeOther(URI.create(ConsoleFilter.LOGIN));
        }
        Words words = Language.of(request);
        IssuerForm form = logins.form().get();
        String secret = LoginCookie.secret(request).orElse(null);
        if (secret == null || state == null || !form.isOf(secret, state)) {
            return refused(
                    request,
                    words.say(
                            "This login was begun in another browser, or too long ago. Begin again.",
                            "Dit inloggen begon in een andere browser, of te lang geleden. Begin opnieuw."));
        }
        Login login;
        try {
            login = code == null ? Login.NONE : logins.redeem(request, code, secret);
        } catch (ProblemException e) {
            return form(request, Notice.bad(Said.of(String.valueOf(e.getMessage()), words)))
                    .status(e.response().status())
                    .cookie(LoginCookie.none(request));
        }
        if (login.roles().isEmpty()) {
            LOG.warn("Somebody came back from the issuer's form who is not let in here");
            return refused(
                    request,
                    words.say(
                            "The login service does not let you in here.",
                            "De inlogdienst laat je hier niet binnen."));
        }
        return pages.page("arrived", sheet(request, null), Map.of())
                .header("Refresh", "0; url=/staff")
                .cookie(LoginCookie.none(request))
                .cookie(session(login, "", request));
    }

    private MutableHttpResponse<byte[]> refused(HttpRequest<?> request, String told) {
        return form(request, Notice.bad(Said.asIs(told)))
                .status(HttpStatus.FORBIDDEN)
                .cookie(LoginCookie.none(request));
    }

    /* Who the issuer says they are, before who they say. */
    private Cookie session(Login login, String saidName, HttpRequest<?> request) {
        String issuers = login.name();
        String by = name(issuers == null ? saidName : issuers);
        return SessionCookie.of(sessions.open(by, login), request);
    }

    private static String name(String text) {
        String given = text.replaceAll("\\p{Cntrl}", " ").strip();
        return given.isEmpty()
                ? NAMELESS
                : given.substring(0, Math.min(LONGEST_NAME, given.length()));
    }

    /** Ends the session. */
    @Post(uri = "/logout", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> logout(
            HttpRequest<?> request, Visit visit, @Body Map<String, String> fields) {
        Form.check(visit.session(), fields.get(Form.TOKEN));
        request.getCookies()
                .findCookie(SessionCookie.NAME)
                .map(Cookie::getValue)
                .ifPresent(sessions::close);
        return HttpResponse.<byte[]>seeOther(URI.create(ConsoleFilter.LOGIN))
                .cookie(SessionCookie.none(request));
    }
}
