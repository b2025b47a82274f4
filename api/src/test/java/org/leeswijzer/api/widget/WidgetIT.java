package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Shelf;
import org.leeswijzer.api.browser.Site;
import org.leeswijzer.api.browser.Visit;

/** The widget in a real browser, on a page of another origin with a strict policy. */
class WidgetIT {
    private static final String SUGGESTIONS = "**/v1/titles/**";
    private static final String OF_ZWOLLE = "title-id='0' library='zwolle' href='/record/{id}'";
    private static final String FAR = "<div class='far'></div>";

    @TempDir private static Path folder;
    private static Chromium chromium;
    private static Site site;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        site = Site.start();
        service = Shelf.start(folder, site);
        site.allow(service.address().toString());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            site.close();
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "390, nl, row", "1280, nl, row", "390, en, row", "1280, en, row",
        "390, nl, grid", "1280, en, grid", "390, en, list", "1280, nl, list"
    })
    void aReaderSeesWhatGoesWithTheTitleAndNothingMoves(int width, String lang, String layout)
            throws Exception {
        try (Visit visit = visit(width)) {
            visit.page().navigate(page(lang, OF_ZWOLLE + " layout='" + layout + "'", ""));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.told("count")).isEqualTo(6);
            boolean isDutch = lang.equals("nl");
            assertThat(visit.widget().ariaSnapshot())
                    .contains(
                            isDutch
                                    ? "heading \"Lezers leenden ook\" [level=2]"
                                    : "heading \"Readers also borrowed\" [level=2]",
                            "- list \"",
                            "- listitem:",
                            "- link \"De stille kracht\"",
                            isDutch
                                    ? "Lezers van “Max Havelaar” leenden dit ook"
                                    : "Readers of “Max Havelaar” also borrowed this");
            visit.assertAccessible();
            visit.assertQuiet();
            visit.picture("%s-%d-%s".formatted(layout, width, lang));
        }
    }

    @Test
    void whereNotAllWereBorrowedTogetherTheHeadingDoesNotSaySo() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().navigate(page("nl-NL", OF_ZWOLLE + " limit='7' heading-level='3'", ""));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().ariaSnapshot())
                    .contains("heading \"Misschien ook iets voor jou\" [level=3]", "Minnebrieven");
            assertThat(visit.widget().locator("li").count()).isEqualTo(7);
        }
    }

    @Test
    void itAsksOnlyWhenAReaderComesNear() throws Exception {
        try (Visit visit = visit(390)) {
            List<String> asked = new ArrayList<>();
            visit.page().onRequest(request -> asked.add(request.url()));
            visit.page().navigate(page("nl", OF_ZWOLLE, FAR));
            assertThat(visit.height()).isGreaterThan(100);
            assertThat(asked).noneMatch(url -> url.contains("/v1/titles/"));
            visit.page().evaluate("() => scrollTo(0, innerHeight)");
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(asked).filteredOn(url -> url.contains("/v1/titles/")).hasSize(1);
            visit.assertQuiet();
        }
    }

    @Test
    void theKeyboardReachesEverySuggestionAndFollowsIt() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            visit.outcome();
            List<Object> reached = new ArrayList<>();
            for (int press = 0; press < 6; press++) {
                visit.page().keyboard().press("Tab");
                reached.add(
                        visit.widget()
                                .evaluate("each => each.shadowRoot.activeElement.textContent"));
            }
            assertThat(reached)
                    .hasSize(6)
                    .doesNotHaveDuplicates()
                    .contains("Het verdriet van België");
            Locator last = visit.widget().locator("a").nth(5);
            assertThat(last.evaluate("each => getComputedStyle(each, '::after').outlineStyle"))
                    .isEqualTo("solid");
            assertThat(last.evaluate("each => each.getBoundingClientRect().right <= innerWidth"))
                    .isEqualTo(true);
            visit.picture("keyboard-390-nl");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(site.origin() + "/record/*");
        }
    }

    @Test
    void withoutAddressesOfTitlesTheRowItselfTakesTheKeyboard() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().navigate(page("en", "title-id='0' library='zwolle'", ""));
            visit.outcome();
            assertThat(visit.widget().locator("a").count()).isZero();
            visit.page().keyboard().press("Tab");
            assertThat(visit.widget().evaluate("each => each.shadowRoot.activeElement.tagName"))
                    .isEqualTo("UL");
            visit.assertAccessible();
        }
    }

    @Test
    void whatACatalogueSaysIsTextAndACoverThatIsMissingIsItsName() throws Exception {
        try (Visit visit = visit(1280)) {
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            visit.outcome();
            assertThat(visit.widget().textContent()).isEmpty();
            assertThat(visit.widget().locator("a").allTextContents())
                    .contains("<img src=x onerror=alert(1)>");
            visit.page()
                    .waitForFunction(
                            "() => document.querySelector('readers-also-borrowed').shadowRoot.querySelectorAll('img').length === 1");
            assertThat(visit.widget().locator("img").getAttribute("src"))
                    .isEqualTo("/covers/1.svg");
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title-id='g1' library='groot'", "title-id='nope' isbn='9789000000000'"})
    void ofNothingNothingIsShownAndTheRoomIsGivenBackOutOfSight(String nothing) throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().navigate(page("nl", nothing, ""));
            assertThat(visit.outcome()).isEqualTo("rab:empty");
            assertThat(visit.widget().evaluate("each => each.shadowRoot.childElementCount"))
                    .isEqualTo(0);
            assertThat(visit.height()).isGreaterThan(100);
            visit.page().evaluate("() => scrollTo(0, 2 * innerHeight)");
            visit.page().waitForFunction("() => document.querySelector('[empty]')");
            assertThat(visit.height()).isZero();
            visit.assertQuiet();
        }
    }

    @Test
    void belowTheFoldTheRoomIsGivenBackBeforeItIsSeen() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page()
                    .navigate(
                            page(
                                    "nl",
                                    "title-id='g1' library='groot'",
                                    "<div class='near'></div>"));
            assertThat(visit.outcome()).isEqualTo("rab:empty");
            visit.page().waitForFunction("() => document.querySelector('[empty]')");
            visit.assertQuiet();
        }
    }

    @Test
    void aTitleThatIsNotKnownByItsRecordIsFoundByItsIsbn() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().navigate(page("nl", "title-id='nope' isbn='978-90-234-0001-1'", ""));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
        }
    }

    @Test
    void aServiceThatIsDownIsAnEventAndNothingElse() throws Exception {
        try (Visit visit = visit(390)) {
            visit.page().route(SUGGESTIONS, Route::abort);
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            assertThat(visit.outcome()).isEqualTo("rab:error");
            assertThat(visit.told("message")).asString().isNotBlank();
            assertThat(visit.widget().evaluate("each => each.shadowRoot.childElementCount"))
                    .isEqualTo(0);
            visit.assertQuiet();
        }
    }

    @Test
    void aSlowServiceFindsItsRoomKept() throws Exception {
        try (Visit visit = visit(390)) {
            List<Route> held = new ArrayList<>();
            visit.page().route(SUGGESTIONS, held::add);
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            visit.page().waitForCondition(() -> !held.isEmpty());
            double before = visit.height();
            assertThat(visit.widget().ariaSnapshot()).doesNotContain("heading", "list");
            held.get(0).resume();
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.height()).isEqualTo(before);
            visit.assertQuiet();
        }
    }

    @Test
    void aServiceThatIsTooSlowIsGivenUp() throws Exception {
        try (Visit visit = visit(390)) {
            List<Route> held = new ArrayList<>();
            visit.page().route(SUGGESTIONS, held::add);
            visit.page().clock().install();
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            visit.page().waitForCondition(() -> !held.isEmpty());
            visit.page().clock().runFor(10_000);
            visit.page().waitForFunction("() => heard.length > 0");
            assertThat(visit.told("event")).isEqualTo("rab:error");
        }
    }

    @Test
    void byNightWithForcedColoursOrWithLessMotionItFollowsThePage() throws Exception {
        try (Visit night =
                chromium.visit(
                        size(390)
                                .setColorScheme(ColorScheme.DARK)
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            night.page().navigate(page("nl", OF_ZWOLLE, ""));
            night.outcome();
            night.assertAccessible();
            assertThat(
                            night.widget()
                                    .locator(".cover")
                                    .first()
                                    .evaluate("each => getComputedStyle(each).animationName"))
                    .isEqualTo("none");
            night.picture("night-390-nl");
        }
        try (Visit forced = chromium.visit(size(1280).setForcedColors(ForcedColors.ACTIVE))) {
            forced.page().navigate(page("en", OF_ZWOLLE, ""));
            forced.outcome();
            assertThat(
                            forced.widget()
                                    .locator(".cover")
                                    .first()
                                    .evaluate("each => getComputedStyle(each).borderTopStyle"))
                    .isEqualTo("solid");
            forced.picture("forced-1280-en");
        }
    }

    @Test
    void anAttributeThatChangesBringsTheOtherTitlesShelf() throws Exception {
        try (Visit visit = visit(1280)) {
            visit.page().navigate(page("nl", OF_ZWOLLE, ""));
            visit.outcome();
            visit.page()
                    .evaluate(
                            "() => { heard.length = 0; document.querySelector('readers-also-borrowed').setAttribute('title-id', '1'); }");
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().locator("a").allTextContents())
                    .contains("Max Havelaar")
                    .doesNotContain("De stille kracht");
        }
    }

    private static String page(String lang, String attributes, String above) {
        return site.put(
                "/",
                """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Max Havelaar</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css">
                <script src="%s/widget/v1/readers-also-borrowed.js"></script></head>
                <body><main><h1>Max Havelaar</h1>%s<readers-also-borrowed %s></readers-also-borrowed>
                <p>Na de widget</p><div class="far"></div></main></body></html>
                """
                        .formatted(lang, service.address(), above, attributes));
    }

    private static Visit visit(int width) {
        return chromium.visit(size(width));
    }

    private static Browser.NewContextOptions size(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900);
    }
}
