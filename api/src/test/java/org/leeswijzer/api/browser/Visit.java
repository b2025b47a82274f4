package org.leeswijzer.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One reader's look at a page with the widget, and what the page told of it: its events, what moved, what was forbidden. */
public final class Visit implements AutoCloseable {
    /** Where pictures of what was seen are kept. */
    public static final Path PICTURES = Path.of("target", "widget");

    /** So much may move of a page that a form changes: what Web Vitals call good. */
    public static final double GOOD_SHIFT = 0.1;

    /** So much of a page that is drawn before all of it has come. */
    public static final double WHILE_IT_COMES = 0.01;

    private static final String NOTES =
            """
            window.heard = []; window.moved = 0; window.forbidden = [];
            for (const event of ['rab:shown', 'rab:empty', 'rab:error']) {
              document.addEventListener(event, (each) => heard.push({ event, ...each.detail }));
            }
            new PerformanceObserver((list) => { for (const each of list.getEntries()) moved += each.value; })
              .observe({ type: 'layout-shift', buffered: true });
            document.addEventListener('securitypolicyviolation', (each) => forbidden.push(each.violatedDirective));
            """;
    private static final String TWO_FRAMES =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.addInitScript(NOTES);
        page.onPageError(errors::add);
    }

    public Page page() {
        return page;
    }

    public Locator widget() {
        return page.locator("readers-also-borrowed");
    }

    /** Waits until the widget has said what came of it, and the page is drawn; gives the event's name. */
    public String outcome() {
        page.waitForFunction("() => heard.length > 0");
        page.evaluate(TWO_FRAMES);
        return page.evaluate("() => heard[0].event").toString();
    }

    /** What the event tells beside its name. */
    public Object told(String detail) {
        return page.evaluate("(detail) => heard[0][detail]", detail);
    }

    /** Height of the widget as it lies on the page. */
    public double height() {
        page.evaluate(TWO_FRAMES);
        return ((Number) widget().evaluate("each => each.getBoundingClientRect().height"))
                .doubleValue();
    }

    /** Holds what a reader would not see: nothing moved, nothing was forbidden, nothing failed. */
    public void assertQuiet() {
        assertQuiet(0);
    }

    /**
     * The same where something may move.
     *
     * @param most of it, as a cumulative layout shift
     */
    public void assertQuiet(double most) {
        page.evaluate(TWO_FRAMES);
        assertThat(((Number) page.evaluate("() => moved")).doubleValue()).isLessThanOrEqualTo(most);
        assertThat((List<?>) page.evaluate("() => forbidden")).isEmpty();
        assertThat(errors).isEmpty();
    }

    /** Holds the page against the rules of axe-core. */
    public void assertAccessible() throws IOException {
        page.evaluate(axe());
        Object violations =
                page.evaluate(
                        "() => axe.run().then(({ violations }) => violations.map((each) => each.id + ': '"
                                + " + each.nodes.map((node) => node.html + node.failureSummary).join('; ')))");
        assertThat((List<?>) violations).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream in = Visit.class.getResourceAsStream("/axe.min.js")) {
            String script =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return "() => {" + script + "}";
        }
    }

    /** Keeps a picture of the whole page. */
    public void picture(String name) {
        picture(PICTURES, name);
    }

    /** The same in another folder. */
    public void picture(Path folder, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
