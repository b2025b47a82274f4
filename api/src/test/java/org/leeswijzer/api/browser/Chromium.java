package org.leeswijzer.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium without a window. It is looked for on the path, or where {@code LEESWIJZER_CHROMIUM} says; a machine whose
 * packages we may install gets it. Where there is none the test is skipped, and says so.
 */
public final class Chromium implements AutoCloseable {
    private static final String VARIABLE = "LEESWIJZER_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String INSTALL =
            "apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends chromium";
    private static final int INSTALL_MINUTES = 10;

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
        Optional<Path> executable = find();
        if (executable.isEmpty() && mayInstall()) {
            install();
            executable = find();
        }
        Assumptions.assumeTrue(
                executable.isPresent(),
                "no Chromium on the path, and none could be installed: install it, or name it as "
                        + VARIABLE);
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        return named == null ? onPath(NAMES) : Optional.of(Path.of(named));
    }

    private static Optional<Path> onPath(List<String> names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayInstall() {
        return System.getProperty("user.name").equals("root")
                && onPath(List.of("apt-get")).isPresent();
    }

    private static void install() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", INSTALL);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .forEach(ProcessHandle::destroy);
        }
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
