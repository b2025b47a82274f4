package org.leeswijzer.api.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.Role;
import org.leeswijzer.api.report.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Coming in and going out: {@code /staff/login} and {@code /staff/logout}. */
@Hidden
@Controller("/staff")
final class LoginController {
    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);
    private static final int LONGEST_NAME = 100;

    private final StaffDoor door;
    private final Sessions sessions;
    private final Pages pages;

    LoginController(StaffDoor door, Sessions sessions, Pages pages) {
        this.door = door;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** The form; says what to do where nobody can log in. */
    @Get("/login")
    HttpResponse<byte[]> form(HttpRequest<?> request) {
        return pages.page("login", sheet(request, null), "isOpen", door.isOpen());
    }

    /** Begins a session of whoever shows the token; anybody else gets the form again. */
    @Post(uri = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> login(HttpRequest<?> request, @Body Map<String, String> fields) {
        Words words = Language.of(request);
        Set<Role> roles = door.roles(fields.getOrDefault("token", ""));
        if (roles.isEmpty()) {
            LOG.warn(
                    "Somebody tried to log in to the console with a token that is not that of staff");
            String told =
                    words.say(
                            "That is not the token of staff.",
                            "Dat is niet het token van medewerkers.");
            return pages.page(
                            "login",
                            sheet(request, Notice.bad(Said.asIs(told))),
                            "isOpen",
                            door.isOpen())
                    .status(HttpStatus.FORBIDDEN);
        }
        return HttpResponse.<byte[]>seeOther(URI.create("/staff"))
                .cookie(SessionCookie.of(sessions.open(name(fields), roles), request));
    }

    private static String name(Map<String, String> fields) {
        String given = fields.getOrDefault("by", "").replaceAll("\\p{Cntrl}", " ").strip();
        return given.isEmpty()
                ? "staff"
                : given.substring(0, Math.min(LONGEST_NAME, given.length()));
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
