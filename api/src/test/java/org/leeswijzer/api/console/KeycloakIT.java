package org.leeswijzer.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.access.Keycloak;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Visit;
import org.leeswijzer.ingest.broker.Ports;

/** A real issuer: its tokens in the API, and its own form for the console. */
class KeycloakIT {
    private static final int HEIGHT = 900;

    @TempDir private static Path folder;
    private static Keycloak keycloak;
    private static TinyService service;
    private static Chromium chromium;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        int port = Ports.free();
        address = "http://127.0.0.1:" + port;
        keycloak = Keycloak.start(address + "/staff/login/callback");
        Map<String, String> settings = new HashMap<>(keycloak.settings());
        settings.put("micronaut.server.port", Integer.toString(port));
        service = TinyService.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anna,  /v1/models, 200",
        "anna,  /v1/models/1/privacy, 403",
        "priya, /v1/models/1/privacy, 200",
        "priya, /prometheus, 403",
        "bram,  /v1/models, 403",
    })
    void itsTokensOpenWhatItsRolesOpen(String user, String path, int status) throws Exception {
        HttpResponse<String> answer =
                service.get(path, "Authorization", "Bearer " + keycloak.token(user));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "390, nl, Inloggen bij de inlogdienst, Uitloggen, klein/r3 klein/r6",
        "1280, en, Log in at the login service, Log out, klein/r4 klein/r5"
    })
    void staffLogInAtItsFormAndTheirNameStandsBesideWhatTheyDo(
            int width, String lang, String in, String out, String records) {
        try (Visit visit = visit(width)) {
            Page page = visit.page();
            page.navigate(address + "/staff/login?lang=" + lang);
            page.getByText(in).click();
            logIn(page, Keycloak.ANNA);
            page.waitForURL(address + "/staff");
            assertThat(page.locator("html")).hasAttribute("lang", lang);
            page.navigate(address + "/staff/works");
            page.locator("#merge-records").fill(records.replace(' ', '\n'));
            page.locator("#merge-reason").fill("one novel");
            page.locator("form[action='/staff/works/merge'] button").click();
            assertThat(page.locator("main")).containsText(Keycloak.ANNA);
            assertThat(page.navigate(address + "/staff/privacy").status()).isEqualTo(403);
            page.getByText(out).click();
            page.waitForURL(address + "/staff/login");
        }
    }

    @Test
    void whoseRoleIsWithdrawnThereIsOutHereWhenTheirTokenEnds() throws Exception {
        try (Visit visit = visit(1280)) {
            Page page = visit.page();
            page.navigate(address + "/staff/login?lang=en");
            page.getByText("Log in at the login service").click();
            logIn(page, Keycloak.MILA);
            page.waitForURL(address + "/staff");
            assertThat(page.navigate(address + "/staff/models").status()).isEqualTo(200);
            keycloak.withdrawRoles(Keycloak.MILA);
            // Each time a page more; the token that she has is good for a second.
            page.waitForCondition(
                    () -> {
                        page.navigate(address + "/staff/models");
                        return page.url().equals(address + "/staff/login");
                    });
        }
    }

    @Test
    void whoHasNoneOfOurRolesIsNotLetIn() {
        try (Visit visit = visit(390)) {
            Page page = visit.page();
            page.navigate(address + "/staff/login?lang=en");
            page.getByText("Log in at the login service").click();
            logIn(page, Keycloak.BRAM);
            assertThat(page.locator("main")).containsText("does not let you in here");
            page.navigate(address + "/staff");
            page.waitForURL(address + "/staff/login");
        }
    }

    private static void logIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static Visit visit(int width) {
        return chromium.visit(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
    }
}
