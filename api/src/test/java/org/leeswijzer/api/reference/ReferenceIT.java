package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Visit;

/** The reference in a real browser. */
class ReferenceIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int HEIGHT = 2400;

    @TempDir private static Path folder;
    private static Chromium chromium;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        service = TinyService.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            chromium.close();
        }
    }

    @Test
    void isForEveryoneOnAPhoneAndOnADeskByDayAndByNight() throws Exception {
        look(390, "nl", ColorScheme.LIGHT);
        look(1280, "en", ColorScheme.DARK);
    }

    /* A window as high as is worth a picture: all of the page would be a hundred of them. */
    private static void look(int width, String language, ColorScheme light) throws Exception {
        Browser.NewContextOptions wishes =
                new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(light);
        try (Visit visit = chromium.visit(wishes)) {
            visit.page().navigate(service.address() + "/reference?lang=" + language);
            visit.assertQuiet(Visit.WHILE_IT_COMES);
            visit.assertAccessible();
            assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                    .as("as wide as the window")
                    .isEqualTo(width);
            visit.page()
                    .screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(
                                            PICTURES.resolve(
                                                    "reference-%s-%d.png"
                                                            .formatted(language, width))));
        }
    }
}
