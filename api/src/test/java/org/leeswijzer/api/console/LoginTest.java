package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.access.Issuer;

/** Coming in: without a login, with a token of an issuer, and too often. */
class LoginTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir private Path folder;

    @Test
    void whereNobodyNeedsALoginTheConsoleIsOpenAndItsFormsStillNeedTheirToken() throws Exception {
        try (TinyService service = free()) {
            HttpResponse<String> first = service.get("/staff/privacy");
            assertThat(first.statusCode()).isEqualTo(200);
            StaffBrowser anybody = StaffBrowser.of(service, first);
            for (String page : new String[] {"/staff", "/staff/models", "/staff/letters"}) {
                HttpResponse<String> answer = anybody.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.headers().firstValue("Set-Cookie")).as("one session").isEmpty();
            }
            Map<String, String> reason = Map.of("reason", "looking");
            assertThat(anybody.sendAsIs("/staff/retrain", reason).statusCode()).isEqualTo(403);
            assertThat(anybody.send("/staff/retrain", reason)).contains("retrain-2");
        }
    }

    @Test
    void whereNobodyNeedsALoginOneMayGiveANameAllTheSame() throws Exception {
        try (TinyService service = free()) {
            assertThat(service.get("/staff/login").body())
                    .contains("name=\"by\"")
                    .doesNotContain("name=\"token\"");
            HttpResponse<String> answer =
                    service.post("/staff/login", "by=Anna", "Content-Type", FORM);
            assertThat(answer.statusCode()).isEqualTo(303);
            StaffBrowser anna = StaffBrowser.of(service, answer);
            assertThat(
                            anna.send(
                                    "/staff/works/merge",
                                    Map.of("records", "klein/r1\nklein/r2", "reason", "one")))
                    .contains("Anna");
        }
    }

    @Test
    void whoSpeaksForOthersNeedsATokenAlsoWhereNobodyElseDoes() throws Exception {
        try (TinyService service = free()) {
            HttpResponse<String> proxied = service.get("/staff", "X-Forwarded-For", "203.0.113.1");
            assertThat(proxied.statusCode()).isEqualTo(303);
            assertThat(proxied.headers().firstValue("Set-Cookie")).isEmpty();
            for (String[] other :
                    new String[][] {
                        {"X-Forwarded-For", "203.0.113.1"}, {"Origin", "http://evil.example"}
                    }) {
                assertThat(
                                service.post(
                                                "/staff/login",
                                                "by=x",
                                                "Content-Type",
                                                FORM,
                                                other[0],
                                                other[1])
                                        .statusCode())
                        .as(other[0])
                        .isEqualTo(403);
            }
        }
    }

    private TinyService free() throws Exception {
        return TinyService.start(folder, Map.of("leeswijzer.no-login", "true"));
    }

    @Test
    void whoFailsTooOftenIsToldWhenToTryAgainInTheirLanguage() throws Exception {
        try (TinyService service = TinyService.start(folder, TinyService.TOKENS)) {
            for (int i = 0; i < 8; i++) {
                assertThat(StaffBrowser.tryLogin(service, StaffBrowser.TOKEN).statusCode())
                        .as("who does not fail is not counted")
                        .isEqualTo(303);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(StaffBrowser.tryLogin(service, "made up").statusCode()).isEqualTo(403);
            }
            HttpResponse<String> refused = StaffBrowser.tryLogin(service, "made up");
            assertThat(refused.statusCode()).isEqualTo(429);
            int wait = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
            assertThat(wait).isBetween(1, 12);
            assertThat(refused.body())
                    .contains(
                            "more than 5 logins failed within a minute: try again in",
                            "name=\"token\"");
            assertThat(StaffBrowser.tryLogin(service, StaffBrowser.TOKEN).statusCode())
                    .as("nor is the right one tried")
                    .isEqualTo(429);
            assertThat(service.post("/staff/login?lang=nl", "token=x", "Content-Type", FORM).body())
                    .contains("meer dan 5 keer is inloggen binnen een minuut mislukt");
            assertThat(service.get("/v1/titles/r0/suggestions").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anIssuersTokenLogsInAsWhatTheIssuerSays() throws Exception {
        try (Issuer issuer = Issuer.start();
                TinyService service = TinyService.start(folder, issuer.settings())) {
            assertThat(service.get("/staff/login").body()).contains("access token");
            StaffBrowser officer =
                    StaffBrowser.of(
                            service,
                            StaffBrowser.tryLogin(service, issuer.token("leeswijzer-privacy")));
            assertThat(officer.get("/staff/privacy").statusCode()).isEqualTo(200);
            assertThat(officer.get("/staff/models").statusCode()).isEqualTo(403);
            assertThat(StaffBrowser.tryLogin(service, issuer.token("reader")).statusCode())
                    .isEqualTo(403);
            assertThat(StaffBrowser.tryLogin(service, "a.b.c").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whereTheIssuersKeysAreNotKnownOneIsToldToTryLater() throws Exception {
        try (Issuer late = Issuer.away();
                TinyService service = TinyService.start(folder, late.settings())) {
            HttpResponse<String> answer =
                    StaffBrowser.tryLogin(service, late.token("leeswijzer-staff"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("the keys of the issuer", "name=\"token\"");
        }
    }
}
