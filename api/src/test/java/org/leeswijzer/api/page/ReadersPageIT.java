package org.leeswijzer.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.browser.Stage;
import org.leeswijzer.api.browser.Visit;

/** The readers' page in a real browser: on a phone and a desk, in both languages, by day and by night. */
class ReadersPageIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> VIEWS =
            List.of("/", "/?q=max", "/?q=nothingatall", "/?title=0&library=zwolle", "/?view=list");

    /* A task longer than 50 ms keeps a reader waiting for what it is longer. */
    private static final String PACE =
            """
            () => new Promise((done) => {
              const pace = { lcp: 0, cls: 0, tbt: 0 };
              const look = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
              look('largest-contentful-paint', (each) => { pace.lcp = each.startTime; });
              look('layout-shift', (each) => { pace.cls += each.hadRecentInput ? 0 : each.value; });
              look('longtask', (each) => { pace.tbt += Math.max(0, each.duration - 50); });
              requestAnimationFrame(() => setTimeout(() => done(JSON.stringify(pace)), 0));
            })
            """;

    @TempDir private static Path folder;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = Stage.start(folder);
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, nl, LIGHT", "390, en, DARK", "1280, nl, DARK", "1280, en, LIGHT"})
    void everyViewKeepsToTheRulesOfAccessibility(int width, String lang, ColorScheme scheme)
            throws Exception {
        Browser.NewContextOptions wishes =
                new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE);
        try (Visit visit = stage.visit(width, wishes)) {
            for (String view : VIEWS) {
                visit.page()
                        .navigate(
                                stage.address()
                                        + view
                                        + (view.contains("?") ? "&" : "?")
                                        + "lang="
                                        + lang);
                settle(visit.page());
                assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(lang);
                visit.assertAccessible();
                visit.picture(PICTURES, name(view, width, lang));
            }
        }
    }

    private static String name(String view, int width, String lang) {
        String of = view.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        return "page-%s-%d-%s".formatted(of.isEmpty() ? "start" : of, width, lang);
    }

    @ParameterizedTest
    @CsvSource({
        "390, nl, niks voor mij, goede tip, Vergeet wat ik van tips vond",
        "1280, en, already read, good suggestion, Forget what I think of suggestions"
    })
    void whatAReaderSaysOfASuggestionIsHeardUntilItIsForgotten(
            int width, String lang, String no, String yes, String forget) throws Exception {
        try (Visit visit = stage.visit(width)) {
            Page page = visit.page();
            String address = stage.address() + "/?title=0&library=zwolle&lang=" + lang;
            page.navigate(address);
            settle(page);
            Locator cards = page.locator(".is-asked .card");
            String gone = cards.first().locator(".name").textContent();
            int count = cards.count();
            Locator good = button(cards.nth(1), yes);
            good.click();
            page.waitForCondition(() -> "true".equals(good.getAttribute("aria-pressed")));
            visit.picture(PICTURES, "opinion-%d-%s".formatted(width, lang));
            button(cards.first(), no).focus();
            page.keyboard().press("Enter");
            page.waitForCondition(() -> cards.count() == count - 1);
            assertThat(page.locator("#status").textContent()).contains(gone);
            assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo(no);
            visit.assertAccessible();
            page.reload();
            settle(page);
            assertThat(page.locator(".is-asked .name").allTextContents())
                    .isNotEmpty()
                    .doesNotContain(gone);

            page.navigate(stage.address() + "/?view=list&library=zwolle&lang=" + lang);
            settle(page);
            visit.assertAccessible();
            visit.picture(PICTURES, "forgetting-%d-%s".formatted(width, lang));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(forget)).click();
            assertThat(page.evaluate("() => localStorage['leeswijzer.reader']")).isEqualTo("null");
            page.navigate(address);
            settle(page);
            assertThat(page.locator(".is-asked .name").allTextContents()).contains(gone);
        }
    }

    private static Locator button(Locator card, String name) {
        return card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void settle(Page page) {
        page.waitForFunction(
                "() => document.querySelector('main h1') && !document.querySelector('main[aria-busy=true]') && !document.querySelector('.ghost')");
    }

    /** What a reader waits for is kept beside the pictures; on a machine that others use it is nothing to fail a build for. */
    @Test
    void howFastAReaderSeesItIsKept() throws Exception {
        StringBuilder kept = new StringBuilder();
        for (int width : List.of(390, 1280)) {
            kept.append(
                    pace(
                            "readers' title page",
                            width,
                            stage.address() + "/?title=0&library=zwolle"));
            stage.site().allow(stage.address());
            kept.append(
                    pace(
                            "a page with the widget",
                            width,
                            stage.page("nl", "title-id='0' library='zwolle'", "")));
        }
        Files.writeString(PICTURES.resolve("pace.jsonl"), kept, StandardCharsets.UTF_8);
        assertThat(kept).contains("lcp", "cls", "tbt");
    }

    private static String pace(String name, int width, String address) {
        try (Visit visit = stage.visit(width)) {
            visit.page().navigate(address);
            visit.page().waitForLoadState(LoadState.NETWORKIDLE);
            return "{\"page\":\"%s\",\"width\":%d,\"figures\":%s}%n"
                    .formatted(name, width, visit.page().evaluate(PACE));
        }
    }
}
