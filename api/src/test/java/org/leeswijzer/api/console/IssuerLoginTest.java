package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** Coming in by the issuer's own form. */
class IssuerLoginTest {
    private static final String STAFF = "leeswijzer-staff";

    @TempDir private Path folder;

    /**
     * Somebody whom the form sends back.
     *
     * @param to the address of the callback, with code and state
     * @param cookie which their browser had from the beginning
     */
    private record Back(String to, String cookie) {
        HttpResponse<String> arrive() throws Exception {
            return get(URI.create(to), "Cookie", cookie.replaceFirst(";.*", ""));
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static HttpResponse<String> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /* Goes to the form and presses its button. */
    private static Back back(IssuerSite site) throws Exception {
        HttpResponse<String> sent = site.service().get("/staff/login/issuer");
        assertThat(sent.statusCode()).isEqualTo(303);
        URI shown = URI.create(location(sent));
        assertThat(get(shown).statusCode()).isEqualTo(200);
        HttpResponse<String> pressed =
                get(site.form().address().resolve("/yes?" + shown.getRawQuery()));
        return new Back(location(pressed), cookies(sent).get(0));
    }

    @Test
    void whoLogsInThereIsHereWhatAndWhoTheIssuerSays() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            assertThat(site.service().get("/staff/login").body())
                    .contains("href=\"/staff/login/issuer\"");
            Back back = back(site);
            assertThat(back.cookie())
                    .contains("HTTPOnly", "SameSite=Lax", "Path=/staff/login", "Max-Age=900");
            HttpResponse<String> arrived = back.arrive();
            assertThat(arrived.statusCode()).isEqualTo(200);
            assertThat(arrived.headers().firstValue("Refresh")).hasValue("0; url=/staff");
            String session = session(arrived);
            assertThat(session).contains("HTTPOnly", "SameSite=Strict");
            StaffBrowser anna = StaffBrowser.of(site.service(), session);
            assertThat(
                            anna.send(
                                    "/staff/works/merge",
                                    Map.of("records", "klein/r1\nklein/r2", "reason", "one")))
                    .contains("anna@example.org");
            assertThat(anna.get("/staff/privacy").statusCode()).isEqualTo(403);
        }
    }

    private static String session(HttpResponse<String> arrived) {
        return cookies(arrived).stream()
                .filter(cookie -> cookie.startsWith("leeswijzer-staff="))
                .findFirst()
                .orElseThrow();
    }

    /* Of tokens that are over when they are given, and taken for a moment still: each request has to ask the issuer. */
    private static StaffBrowser askedEachTime(IssuerSite site) throws Exception {
        site.form().setLifetime(Duration.ofSeconds(-1));
        return StaffBrowser.of(site.service(), session(back(site).arrive()));
    }

    @Test
    void whoeverTheIssuerNoLongerSaysIsStaffIsOutWhenTheirTokenEnds() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            StaffBrowser anna = askedEachTime(site);
            assertThat(anna.get("/staff/models").statusCode()).isEqualTo(200);
            assertThat(anna.get("/staff/privacy").statusCode()).isEqualTo(403);
            site.form().setRoles("leeswijzer-privacy");
            assertThat(anna.get("/staff/models").statusCode()).isEqualTo(403);
            assertThat(anna.get("/staff/privacy").statusCode()).isEqualTo(200);
            site.form().setRoles("reader");
            assertOut(anna.get("/staff/privacy"));
            site.form().setRoles(STAFF);
            assertOut(anna.get("/staff/models"));
        }
    }

    @Test
    void whoseLoginTheIssuerEndsIsOutWhenTheirTokenEnds() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            StaffBrowser anna = askedEachTime(site);
            assertThat(anna.get("/staff/models").statusCode()).isEqualTo(200);
            site.form().forgetRefreshTokens();
            assertOut(anna.get("/staff/models"));
        }
    }

    private static void assertOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/staff/login");
    }

    @Test
    void whoAsksForSeveralPagesAtOnceStaysLoggedIn() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            StaffBrowser anna = askedEachTime(site);
            List<Callable<Integer>> many =
                    Collections.nCopies(8, () -> anna.get("/staff/models").statusCode());
            ExecutorService threads = Executors.newFixedThreadPool(many.size());
            try {
                for (Future<Integer> each : threads.invokeAll(many)) {
                    assertThat(each.get()).isEqualTo(200);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void whileTheIssuerIsAwayOneIsToldSoAndStaysLoggedIn() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            StaffBrowser anna = askedEachTime(site);
            site.form().setAway(true);
            HttpResponse<String> answer = anna.get("/staff/models");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("cannot be asked who you are");
            site.form().setAway(false);
            assertThat(anna.get("/staff/models").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCodeIsGoodOnceAndForTheBrowserThatAskedAlone() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            Back one = back(site);
            Back other = back(site);
            assertRefused(new Back(one.to(), other.cookie()).arrive(), "another browser");
            assertRefused(get(URI.create(one.to())), "another browser");
            assertRefused(
                    new Back(one.to().replaceFirst("code=[^&]*&", "code=made-up&"), one.cookie())
                            .arrive(),
                    "does not let you in");
            // The codes changed hands; each is of the other's proof key.
            String swapped = one.to().replaceFirst("code=[^&]*", code(other));
            assertRefused(new Back(swapped, one.cookie()).arrive(), "does not let you in");
            assertThat(one.arrive().statusCode()).isEqualTo(200);
            assertRefused(one.arrive(), "does not let you in");
        }
    }

    private static String code(Back back) {
        return back.to().replaceFirst(".*(code=[^&]*).*", "$1");
    }

    @Test
    void whoIsNotOfTheStaffOrSaysNoIsNotLetIn() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, "reader")) {
            assertRefused(back(site).arrive(), "does not let you in");
            Back back = back(site);
            String declined = back.to().replaceFirst("code=[^&]*", "error=access_denied");
            assertRefused(new Back(declined, back.cookie()).arrive(), "does not let you in");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String told) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(told);
        assertThat(cookies(answer)).noneMatch(cookie -> cookie.startsWith("leeswijzer-staff="));
    }

    @Test
    void whoFailsTooOftenIsToldToWaitAndTheIssuerIsNotAsked() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, "reader")) {
            for (int i = 0; i < 5; i++) {
                assertThat(back(site).arrive().statusCode()).isEqualTo(403);
            }
            HttpResponse<String> refused = back(site).arrive();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void whereTheIssuerCannotBeAskedOneIsToldToTryLater() throws Exception {
        try (IssuerSite site = IssuerSite.start(folder, STAFF)) {
            Back back = back(site);
            site.form().close();
            HttpResponse<String> answer = back.arrive();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("cannot be asked who you are");
        }
    }

    @Test
    void whereThereIsNoFormNobodyIsSentToOne() throws Exception {
        try (TinyService service = TinyService.start(folder, TinyService.TOKENS)) {
            assertThat(service.get("/staff/login").body()).doesNotContain("/staff/login/issuer");
            for (String path :
                    List.of("/staff/login/issuer", "/staff/login/callback?code=1&state=2")) {
                HttpResponse<String> answer = service.get(path);
                assertThat(answer.statusCode()).isEqualTo(303);
                assertThat(location(answer)).isEqualTo("/staff/login");
            }
        }
    }
}
