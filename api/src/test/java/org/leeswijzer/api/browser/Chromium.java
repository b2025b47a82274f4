package org.leeswijzer.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.leeswijzer.api.Debian;

/** A real Chromium without a window: Debian's, or the one that {@code LEESWIJZER_CHROMIUM} names. */
public final class Chromium implements AutoCloseable {
    private static final String VARIABLE = "LEESWIJZER_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-dev-shm-usage")));
    }

    /** Starts it, or ends the test as skipped. */
    public static Chromium start() throws IOException, InterruptedException {
        String named = System.getenv(VARIABLE);
        return new Chromium(
                named == null
                        ? Debian.program("chromium", NAMES, ", or name it as " + VARIABLE)
                        : Path.of(named));
    }

    /** A window of its own, without a past. */
    public Visit visit(Browser.NewContextOptions options) {
        return new Visit(browser.newContext(options));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
