package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
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
    private static final int HEIGHT = 900;

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
        for (int width : List.of(390, 1280)) {
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String language = light == ColorScheme.LIGHT ? "nl" : "en";
                Browser.NewContextOptions wishes =
                        new Browser.NewContextOptions()
                                .setViewportSize(width, HEIGHT)
                                .setColorScheme(light);
                try (Visit visit = chromium.visit(wishes)) {
                    visit.page().navigate(service.address() + "/reference?lang=" + language);
                    visit.assertQuiet();
                    visit.assertAccessible();
                    assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                            .as("as wide as the window")
                            .isEqualTo(width);
                    visit.picture(PICTURES, "reference-" + language + "-" + width);
                }
            }
        }
    }
}
