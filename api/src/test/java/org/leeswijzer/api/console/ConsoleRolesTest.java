package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.engine.model.Progress;

/** Every page and every form of the console, asked for by everybody who can log in. */
class ConsoleRolesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=e";
    private static final Pattern MENU = Pattern.compile("(?s)<nav [^>]*>(.*?)</nav>");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    /** Who may: s, p and o for staff, privacy officers and ops; then the route, and what to ask for if that is not it. */
    private static final String MATRIX =
            """
            spo GET /staff
            s   GET /staff/models
            s   GET /staff/models/{version} /staff/models/1
            s   GET /staff/models/{version}/changes /staff/models/2/changes
            s   POST /staff/models/{version}/publish /staff/models/1/publish
            s   POST /staff/models/rollback
            s   POST /staff/models/unpin
            s   GET /staff/retrain
            s   POST /staff/retrain
            s   GET /staff/retrain/{id}/events /staff/retrain/none/events
            s   POST /staff/retrain/{id}/cancel /staff/retrain/none/cancel
            s   GET /staff/imports
            s   GET /staff/imports/state
            s   POST /staff/imports
            s   POST /staff/imports/take
            s   POST /staff/imports/drop
            so  GET /staff/letters
            so  GET /staff/letters/one /staff/letters/one?at=leeswijzer.loans-0=1
            so  POST /staff/letters/redrive
            s   GET /staff/works
            s   POST /staff/works/merge
            s   POST /staff/works/split
            s   POST /staff/works/undo
            p   GET /staff/privacy
            spo POST /staff/logout
            """;

    private record Call(String who, String method, String route, String path) {
        static Call parse(String line) {
            String[] words = line.split(" +", -1);
            return new Call(words[0], words[1], words[2], words[words.length - 1]);
        }
    }

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service =
                TinyService.start(
                        folder,
                        Map.of(
                                "leeswijzer.tokens.staff", hash("staff"),
                                "leeswijzer.tokens.privacy", hash("privacy"),
                                "leeswijzer.tokens.ops", hash("ops")));
        service.engine().retrain(Progress.SILENT);
    }

    private static String hash(String token) {
        return SecretHash.of(token).toString();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyRouteOfTheConsoleIsAskedFor() {
        assertThat(calls().stream().map(call -> call.method() + " " + call.route()))
                .containsExactlyInAnyOrderElementsOf(
                        service.routes().stream()
                                .filter(route -> route.contains(" /staff"))
                                .filter(route -> !route.startsWith("HEAD "))
                                .filter(route -> !route.contains(" /staff/login"))
                                .filter(route -> !route.contains(" /staff/files/"))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"staff", "privacy", "ops"})
    void everyoneMayOpenAndSendWhatIsForTheirRoleAndNothingElse(String role) throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        StaffBrowser browser = login(role);
        String token = browser.formToken();
        for (Call call : calls()) {
            HttpResponse<String> answer =
                    call.method().equals("GET")
                            ? browser.get(call.path())
                            : send(browser, call.path(), token);
            boolean may = call.who().contains(role.substring(0, 1));
            boolean isAsItShouldBe =
                    may
                            ? answer.statusCode() != 403 && answer.statusCode() < 500
                            : answer.statusCode() == 403
                                    && answer.body().contains("for others than you logged in as")
                                    && isPage(answer);
            if (!isAsItShouldBe) {
                wrong.put(call.toString(), answer.statusCode() + answer.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.body().startsWith("<!DOCTYPE html>")
                && answer.headers().firstValue("Cache-Control").orElse("").equals("no-store")
                && answer.headers().firstValue("Content-Security-Policy").isPresent();
    }

    @ParameterizedTest
    @CsvSource({"staff", "privacy", "ops"})
    void theMenuLeadsToWhatIsForTheirRoleAndNothingElse(String role) throws Exception {
        StaffBrowser browser = login(role);
        String page = browser.page("/staff");
        assertThat(links(page, MENU))
                .isEqualTo(
                        switch (role) {
                            case "privacy" -> List.of("/staff", "/staff/privacy");
                            case "ops" -> List.of("/staff", "/staff/letters");
                            default ->
                                    List.of(
                                            "/staff",
                                            "/staff/models",
                                            "/staff/retrain",
                                            "/staff/imports",
                                            "/staff/letters",
                                            "/staff/works");
                        });
        for (String link : links(page, Pattern.compile("(?s)(<main.*</main>)"))) {
            assertThat(browser.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    private static List<String> links(String page, Pattern within) {
        Matcher part = within.matcher(page);
        assertThat(part.find()).isTrue();
        return LINK.matcher(part.group(1)).results().map(link -> link.group(1)).toList();
    }

    private static StaffBrowser login(String role) throws Exception {
        return StaffBrowser.of(service, StaffBrowser.tryLogin(service, role));
    }

    private static HttpResponse<String> send(StaffBrowser browser, String path, String token)
            throws Exception {
        boolean isFile = path.equals("/staff/imports");
        String body =
                isFile
                        ? part("formToken", token) + part("kind", "loans") + "--e--\r\n"
                        : "formToken=" + token + "&all=true&records=klein%2Fr4&reason=why";
        return service.send(
                path,
                request -> request.POST(BodyPublishers.ofString(body)),
                "Content-Type",
                isFile ? PARTS : FORM,
                "Cookie",
                browser.cookie());
    }

    private static String part(String name, String value) {
        return "--e\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private static List<Call> calls() {
        return MATRIX.lines().map(Call::parse).toList();
    }
}
