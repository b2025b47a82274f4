package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.browser.Stage;
import org.leeswijzer.api.browser.Visit;

/** When the widget asks, what room it keeps, and what becomes of it when nothing comes or it comes late. */
class WidgetRoomIT {
    private static final String SUGGESTIONS = "**/v1/titles/**";
    private static final String OF_ZWOLLE = "title-id='0' library='zwolle' href='/record/{id}'";
    private static final String FAR = "<div class='far'></div>";

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

    @Test
    void itAsksOnlyWhenAReaderComesNear() throws Exception {
        try (Visit visit = stage.visit(390)) {
            List<String> asked = new ArrayList<>();
            visit.page().onRequest(request -> asked.add(request.url()));
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, FAR));
            assertThat(visit.height()).isGreaterThan(100);
            assertThat(asked).noneMatch(url -> url.contains("/v1/titles/"));
            visit.page().evaluate("() => scrollTo(0, innerHeight)");
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(asked).filteredOn(url -> url.contains("/v1/titles/")).hasSize(1);
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title-id='g1' library='groot'", "title-id='nope' isbn='9789000000000'"})
    void ofNothingNothingIsShownAndTheRoomIsGivenBackOutOfSight(String nothing) throws Exception {
        try (Visit visit = stage.visit(390)) {
            visit.page().navigate(stage.page("nl", nothing, ""));
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
        try (Visit visit = stage.visit(390)) {
            visit.page()
                    .navigate(
                            stage.page(
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
        try (Visit visit = stage.visit(390)) {
            visit.page().navigate(stage.page("nl", "title-id='nope' isbn='978-90-234-0001-1'", ""));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
        }
    }

    @Test
    void aServiceThatIsDownIsAnEventAndNothingElse() throws Exception {
        try (Visit visit = stage.visit(390)) {
            visit.page().route(SUGGESTIONS, Route::abort);
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
            assertThat(visit.outcome()).isEqualTo("rab:error");
            assertThat(visit.told("message")).asString().isNotBlank();
            assertThat(visit.widget().evaluate("each => each.shadowRoot.childElementCount"))
                    .isEqualTo(0);
            visit.assertQuiet();
        }
    }

    @Test
    void aSlowServiceFindsItsRoomKept() throws Exception {
        try (Visit visit = stage.visit(390)) {
            List<Route> held = new ArrayList<>();
            visit.page().route(SUGGESTIONS, held::add);
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
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
        try (Visit visit = stage.visit(390)) {
            List<Route> held = new ArrayList<>();
            visit.page().route(SUGGESTIONS, held::add);
            visit.page().clock().install();
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
            visit.page().waitForCondition(() -> !held.isEmpty());
            visit.page().clock().runFor(10_000);
            visit.page().waitForFunction("() => heard.length > 0");
            assertThat(visit.told("event")).isEqualTo("rab:error");
        }
    }

    @Test
    void anAttributeThatChangesBringsTheOtherTitlesShelf() throws Exception {
        try (Visit visit = stage.visit(1280)) {
            visit.page().navigate(stage.page("nl", OF_ZWOLLE, ""));
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
}
