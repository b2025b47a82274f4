package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.model.Progress;

/** The console over HTTP, as a browser without scripts has it. */
class ConsoleTest {
    private static final List<String> PAGES =
            List.of(
                    "/staff",
                    "/staff/models",
                    "/staff/models/1",
                    "/staff/models/2/changes",
                    "/staff/retrain",
                    "/staff/imports",
                    "/staff/letters",
                    "/staff/works",
                    "/staff/privacy",
                    "/staff/privacy?version=2");

    @TempDir private static Path folder;
    private static TinyService service;
    private static StaffBrowser anna;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, TinyService.TOKENS);
        service.engine().retrain(Progress.SILENT);
        anna = StaffBrowser.login(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoeverIsNotLoggedInIsLedToTheForm() throws Exception {
        for (String page : PAGES) {
            HttpResponse<String> answer = service.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/staff/login");
            assertThat(
                            service.get(page, "Cookie", "leeswijzer-staff=" + StaffBrowser.TOKEN)
                                    .statusCode())
                    .as("with a made-up session")
                    .isEqualTo(303);
        }
        assertThat(service.get("/staff/login").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheTokenBeginsASessionAndItsCookieIsOutOfReach() throws Exception {
        HttpResponse<String> refused =
                StaffBrowser.tryLogin(service, StaffBrowser.TOKEN.replace('f', 'e'));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        String cookie =
                StaffBrowser.tryLogin(service, StaffBrowser.TOKEN)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow();
        assertThat(cookie)
                .contains("HTTPOnly", "SameSite=Strict", "Path=/staff")
                .doesNotContain("Secure", StaffBrowser.TOKEN);
        assertThat(
                        service.post(
                                        "/staff/login",
                                        "token=" + StaffBrowser.TOKEN,
                                        "Content-Type",
                                        "application/x-www-form-urlencoded",
                                        "X-Forwarded-Proto",
                                        "https")
                                .headers()
                                .firstValue("Set-Cookie")
                                .orElseThrow())
                .contains("Secure");
    }

    @Test
    void whoLogsOutIsOut() throws Exception {
        StaffBrowser bas = StaffBrowser.login(service);
        assertThat(bas.page("/staff")).contains("Log out");
        bas.sendAsIs("/staff/logout", Map.of("formToken", bas.formToken()));
        assertThat(bas.get("/staff").statusCode()).isEqualTo(303);
        assertThat(anna.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void everyFormOfTheConsoleNeedsTheSessionsOwnToken(@TempDir Path other) throws Exception {
        StaffBrowser bas = StaffBrowser.login(service);
        for (String path : posts(other)) {
            String form = path.replace("{version}", "1").replace("{id}", "retrain-2");
            if (path.equals("/staff/imports")) {
                continue;
            }
            assertThat(anna.sendAsIs(form, Map.of("reason", "none")).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(
                            anna.sendAsIs(
                                            form,
                                            Map.of("reason", "none", "formToken", bas.formToken()))
                                    .statusCode())
                    .as("%s with another's", path)
                    .isEqualTo(403);
        }
        HttpResponse<String> file =
                service.send(
                        "/staff/imports",
                        request ->
                                request.POST(
                                        BodyPublishers.ofString(
                                                "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--e\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nloans\r\n--e--\r\n")),
                        "Content-Type",
                        "multipart/form-data; boundary=e",
                        "Cookie",
                        anna.cookie());
        assertThat(file.statusCode()).isEqualTo(403);
        assertThat(service.engine().model().version()).isEqualTo(2);
    }

    private static List<String> posts(Path other) {
        try (ApplicationContext context =
                Service.context(Map.of("leeswijzer.folder", other.toString()))) {
            List<String> paths =
                    context.getBean(Router.class)
                            .uriRoutes()
                            .filter(route -> route.getHttpMethodName().equals("POST"))
                            .map(route -> route.getUriMatchTemplate().toPathString())
                            .filter(path -> path.startsWith("/staff"))
                            .filter(path -> !path.equals("/staff/login"))
                            .toList();
            assertThat(paths).contains("/staff/models/{version}/publish", "/staff/letters/redrive");
            return paths;
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> answer =
                service.post(
                        "/staff/login",
                        "token=" + StaffBrowser.TOKEN,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void noPageMayBeKeptAndNoneHoldsWhatItsPolicyForbids() throws Exception {
        for (String page : PAGES) {
            for (String lang : List.of("nl", "en")) {
                HttpResponse<String> answer =
                        anna.get(page + (page.contains("?") ? "&" : "?") + "lang=" + lang);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(
                                policy ->
                                        assertThat(policy)
                                                .contains("default-src 'self'")
                                                .doesNotContain("unsafe"));
                assertThat(answer.body())
                        .contains("<html lang=\"%s\">".formatted(lang))
                        .doesNotContainPattern("<script(?![^>]* src=)")
                        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=")
                        .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//")
                        .doesNotContain(TinyService.PATRON);
            }
        }
    }

    @Test
    void aPageThatIsNotThereIsAPageToo() throws Exception {
        HttpResponse<String> unknown = anna.get("/staff/models/99?lang=nl");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(unknown.body()).contains("versie 99 wordt niet bewaard");
        assertThat(anna.get("/staff/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileIsTriedFirstAndTakenWhenSaid() throws Exception {
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        String rows =
                TinyService.loan("klein", 71, "r3", day)
                        + "{\"library\":\"klein\",\"patron\":\"%s72\",\"loanedAt\":\"%s\"}%n"
                                .formatted(TinyService.PATRON, day);
        long before = service.engine().statistics().loans();
        assertThat(anna.sendFile("loans", "", rows).statusCode()).isEqualTo(303);
        String tried = awaitImport("would be taken");
        assertThat(tried)
                .contains("Bad rows", "<th scope=\"row\">2</th>", "title")
                .doesNotContain(TinyService.PATRON);
        assertThat(service.engine().statistics().loans()).isEqualTo(before);
        anna.send("/staff/imports/take", Map.of());
        assertThat(awaitImport("Taken.")).contains("loans counted");
        assertThat(service.engine().statistics().loans()).isEqualTo(before + 1);
        assertThat(anna.send("/staff/imports/take", Map.of())).contains("nothing waits");
        anna.send("/staff/imports/drop", Map.of());
        assertThat(anna.page("/staff/imports?lang=en")).doesNotContain("rows.txt");
    }

    /* The file is read on a thread of its own: asked again until it is. */
    private static String awaitImport(String text) throws Exception {
        String page = anna.page("/staff/imports?lang=en");
        while (page.contains("<progress")) {
            page = anna.page("/staff/imports?lang=en");
        }
        assertThat(page).contains(text);
        return page;
    }

    @Test
    void aFileThatIsNoneIsRefusedWithARemedy() throws Exception {
        assertThat(anna.sendFile("loans", "", "").statusCode()).isEqualTo(303);
        assertThat(anna.page("/staff/imports")).contains("the file is empty: choose another");
    }

    @Test
    void whatStaffDecideOnWorksHoldsAndCanBeUndone(@TempDir Path other) throws Exception {
        assertThat(
                        anna.send(
                                "/staff/works/merge",
                                Map.of("records", "klein/r1\nklein/r2", "reason", "one <novel>")))
                .contains("one &lt;novel&gt;", "klein/r1");
        assertThat(anna.send("/staff/works/merge", Map.of("records", "r1", "reason", "no library")))
                .contains("slash");
    }

    @Test
    void whatTheGateSaysIsDutchOnADutchPage() throws Exception {
        assertThat(anna.page("/staff/models/2?lang=nl"))
                .contains("Dekking", "titels hebben buren")
                .doesNotContain("titles have neighbours");
        assertThat(anna.page("/staff/models/2?lang=en")).contains("titles have neighbours");
    }

    @Test
    void whereNoTokenIsSetNobodyIsTakenForStaff(@TempDir Path other) throws Exception {
        try (TinyService closed = TinyService.start(other, Map.of())) {
            assertThat(closed.get("/staff/login").body()).contains("leeswijzer.tokens.staff");
            assertThat(StaffBrowser.tryLogin(closed, "").statusCode()).isEqualTo(403);
        }
    }
}
