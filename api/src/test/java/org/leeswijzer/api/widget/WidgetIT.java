package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.browser.Stage;
import org.leeswijzer.api.browser.Visit;

/** What a reader sees of the widget in a real browser, on a page of another origin with a strict policy. */
class WidgetIT {
    private static final String OF_ZWOLLE = "title-id='0' library='zwolle' href='/record/{id}'";

    @TempDir private static Path folder;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = Stage.start(folder);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "390, nl, row", "1280, nl, row", "390, en, row", "1280, en, row",
        "390, nl, grid", "1280, en, grid", "390, en, list", "1280, nl, list"
    })
    void aReaderSeesWhatGoesWithTheTitleAndNothingMoves(int width, String lang, String layout)
            throws Exception {
        try (Visit visit = stage.visit(width)) {
            visit.page().navigate(stage.page(lang, OF_ZWOLLE + " layout='" + layout + "'", ""));
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
        try (Visit visit = stage.visit(390)) {
            visit.page()
                    .navigate(stage.page("nl-NL", OF_ZWOLLE + " limit='7' heading-level='3'", ""));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().ariaSnapshot())
                    .contains("heading \"Misschien ook iets voor jou\" [level=3]", "Minnebrieven");
            assertThat(visit.widget().locator("li").count()).isEqualTo(7);
        }
    }

    @Test
    void theKeyboardReachesEverySuggestionAndFollowsIt() throws Exception {
        try (Visit visit = stage.visit(390)) {
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
            visit.outcome();
            List<Object> reached = new ArrayList<>();
            for (int press = 0; press < 4 * 5 + 1; press++) {
                visit.page().keyboard().press("Tab");
                reached.add(
                        visit.widget()
                                .evaluate("each => each.shadowRoot.activeElement.textContent"));
            }
            assertThat(reached.subList(1, 4))
                    .containsExactly("niks voor mij", "al gelezen", "goede tip");
            assertThat(Set.copyOf(reached)).hasSize(6 + 3).contains("Het verdriet van België");
            Locator last = visit.widget().locator("a").nth(5);
            assertThat(last.evaluate("each => getComputedStyle(each, '::after').outlineStyle"))
                    .isEqualTo("solid");
            assertThat(last.evaluate("each => each.getBoundingClientRect().right <= innerWidth"))
                    .isEqualTo(true);
            visit.picture("keyboard-390-nl");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(stage.site().origin() + "/record/*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "390, nl, niks voor mij, goede tip, row",
        "1280, en, not for me, good suggestion, grid",
        "390, en, already read, good suggestion, list"
    })
    void whatAReaderSaysIsHeardAndNothingBelowMoves(
            int width, String lang, String no, String yes, String layout) throws Exception {
        try (Visit visit = stage.visit(width)) {
            visit.page().navigate(stage.page(lang, OF_ZWOLLE + " layout='" + layout + "'", ""));
            visit.outcome();
            String gone = visit.widget().locator("a").first().textContent();
            Locator below = visit.page().getByText("Na de widget");
            double place = below.boundingBox().y;
            Locator good = button(visit, yes).nth(1);
            good.click();
            visit.page().waitForCondition(() -> "true".equals(good.getAttribute("aria-pressed")));
            button(visit, no).first().focus();
            visit.page().keyboard().press("Enter");
            visit.page().waitForCondition(() -> visit.widget().locator("li").count() == 5);
            assertThat(visit.widget().evaluate("each => each.shadowRoot.activeElement.tagName"))
                    .isEqualTo("BUTTON");
            assertThat(below.boundingBox().y).isEqualTo(place);
            visit.assertQuiet(1);
            visit.assertAccessible();
            visit.picture("feedback-%d-%s".formatted(width, lang));
            visit.page().reload();
            visit.outcome();
            assertThat(visit.widget().locator("a").allTextContents())
                    .isNotEmpty()
                    .doesNotContain(gone);
        }
    }

    private static Locator button(Visit visit, String name) {
        return visit.widget()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void aLibraryMayDoWithoutAndNothingIsKeptOfWhoSaysNothing() throws Exception {
        try (Visit visit = stage.visit(390)) {
            visit.page().navigate(stage.page("nl", OF_ZWOLLE + " feedback='off'", ""));
            visit.outcome();
            assertThat(visit.widget().locator("button").count()).isZero();
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
            visit.outcome();
            assertThat(visit.widget().locator("button").count()).isEqualTo(6 * 3);
            assertThat(visit.page().evaluate("() => localStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void withoutAddressesOfTitlesTheRowItselfTakesTheKeyboard() throws Exception {
        try (Visit visit = stage.visit(390)) {
            visit.page().navigate(stage.page("en", "title-id='0' library='zwolle'", ""));
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
        try (Visit visit = stage.visit(1280)) {
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
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

    @Test
    void byNightWithForcedColoursOrWithLessMotionItFollowsThePage() throws Exception {
        try (Visit night =
                stage.visit(
                        390,
                        new Browser.NewContextOptions()
                                .setColorScheme(ColorScheme.DARK)
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            night.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
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
        try (Visit forced =
                stage.visit(
                        1280,
                        new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE))) {
            forced.page().navigate(stage.page("en", OF_ZWOLLE, ""));
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
}
