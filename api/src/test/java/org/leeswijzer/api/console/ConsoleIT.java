package org.leeswijzer.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Visit;
import org.leeswijzer.engine.model.Progress;

/** The console in a real browser: on a phone and a desk, in both languages, by day and by night, with scripts and without. */
class ConsoleIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int HEIGHT = 900;
    private static final List<String> PAGES =
            List.of(
                    "/staff",
                    "/staff/models",
                    "/staff/models/2",
                    "/staff/models/2/changes",
                    "/staff/retrain",
                    "/staff/imports",
                    "/staff/letters",
                    "/staff/works",
                    "/staff/privacy?version=2");

    @TempDir private static Path folder;
    private static TinyService service;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        service = TinyService.start(folder, TinyService.TOKENS);
        StaffBrowser anna = StaffBrowser.login(service);
        anna.send(
                "/staff/works/merge",
                Map.of("records", "klein/r1\nklein/r2", "reason", "one novel"));
        service.engine().retrain(Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, nl, DARK", "1280, nl, LIGHT", "390, en, LIGHT", "1280, en, DARK"})
    void everyPageKeepsToTheRulesOfAccessibility(int width, String lang, ColorScheme scheme)
            throws Exception {
        try (Visit visit = visit(width, new Browser.NewContextOptions().setColorScheme(scheme))) {
            visit.page().navigate(service.address() + "/staff/login?lang=" + lang);
            look(visit, "login-%d-%s".formatted(width, lang));
            login(visit.page());
            for (String path : PAGES) {
                visit.page().navigate(service.address() + path);
                String name = path.replaceAll("\\?.*", "").substring(1).replace('/', '-');
                look(visit, "%s-%d-%s".formatted(name, width, lang));
            }
        }
    }

    private static void look(Visit visit, String name) throws Exception {
        visit.assertAccessible();
        visit.assertQuiet(Visit.GOOD_SHIFT);
        Object overflow =
                visit.page()
                        .evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).as(name).isEqualTo(0);
        visit.picture(PICTURES, name);
    }

    @ParameterizedTest
    @CsvSource({"390, nl, Inloggen bij de inlogdienst", "1280, en, Log in at the login service"})
    void whoLogsInAtTheIssuersFormComesBackToTheOverview(
            int width, String lang, String button, @TempDir Path other) throws Exception {
        try (IssuerSite site = IssuerSite.start(other, "leeswijzer-staff");
                Visit visit = visit(width, new Browser.NewContextOptions())) {
            Page page = visit.page();
            page.navigate(
                    "http://127.0.0.1:%d/staff/login?lang=%s"
                            .formatted(site.service().address().getPort(), lang));
            look(visit, "login-issuer-%d-%s".formatted(width, lang));
            page.getByText(button).click();
            assertThat(page).hasTitle("Log in");
            page.getByText("I am Anna").click();
            page.waitForURL("**/staff");
            assertThat(page.locator("html")).hasAttribute("lang", lang);
            assertThat(page.locator("nav")).isVisible();
        }
    }

    @Test
    void aFileIsTriedAndTakenWhileThePageStays() throws Exception {
        try (Visit visit = visit(390, new Browser.NewContextOptions())) {
            Page page = visit.page();
            page.navigate(service.address() + "/staff/login?lang=nl");
            login(page);
            page.navigate(service.address() + "/staff/imports");
            page.getByLabel("Leningen", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator("#file").setInputFiles(loans());
            page.getByText("Probeer", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#import")).containsText("zouden ingelezen worden");
            look(visit, "import-tried-390-nl");
            page.getByText("Lees de goede rijen in").click();
            assertThat(page.locator("#import")).containsText("Ingelezen.");
            look(visit, "import-taken-390-nl");
            page.getByText("Laat het bestand los").click();
            assertThat(page.locator("#import")).hasCount(0);
        }
    }

    private static FilePayload loans() {
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        String rows =
                TinyService.loan("klein", 81, "r3", day)
                        + "{\"library\":\"klein\",\"title\":\"r3\",\"loanedAt\":\"%s\"}%n"
                                .formatted(day);
        return new FilePayload("loans.jsonl", "text/plain", rows.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aRetrainIsFollowedToItsEndWithScriptsAndWithout(boolean withScripts) throws Exception {
        try (Visit visit =
                visit(1280, new Browser.NewContextOptions().setJavaScriptEnabled(withScripts))) {
            Page page = visit.page();
            page.navigate(service.address() + "/staff/login?lang=en");
            login(page);
            page.navigate(service.address() + "/staff/retrain");
            page.locator("main form button").first().click();
            assertThat(page.locator(".job").first()).containsText("Look at the models");
            if (withScripts) {
                look(visit, "retrained-1280-en");
            }
        }
    }

    private static void login(Page page) {
        page.locator("#by").fill("anna");
        page.locator("#token").fill(StaffBrowser.TOKEN);
        page.locator("main form button").click();
        page.waitForURL(service.address() + "/staff");
    }

    private static Visit visit(int width, Browser.NewContextOptions options) {
        return chromium.visit(options.setViewportSize(width, HEIGHT));
    }
}
