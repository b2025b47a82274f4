package org.leeswijzer.api.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.leeswijzer.api.TinyService;

/** A browser, a library's site and the service that the site may ask, all of them real. */
public final class Stage implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final Chromium chromium;
    private final Site site;
    private final TinyService service;

    private Stage(Chromium chromium, Site site, TinyService service) {
        this.chromium = chromium;
        this.site = site;
        this.service = service;
    }

    /** Sets it up, or ends the test as skipped where there is no browser. */
    public static Stage start(Path folder) throws IOException, InterruptedException {
        Chromium chromium = Chromium.start();
        Site site = Site.start();
        TinyService service = Shelf.start(folder, site);
        site.allow(service.address().toString());
        return new Stage(chromium, site, service);
    }

    public Site site() {
        return site;
    }

    /** Where the service is, as a browser names it. */
    public String address() {
        return service.address().toString();
    }

    /**
     * Puts a title's page on the site, with the widget and something below it; gives its address.
     *
     * @param attributes of the widget
     * @param above HTML between the title and the widget
     */
    public String page(String lang, String attributes, String above) {
        return site.put(
                "/",
                """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Max Havelaar</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css">
                <script src="%s/widget/v1/readers-also-borrowed.js"></script></head>
                <body><main><h1>Max Havelaar</h1>%s<readers-also-borrowed %s></readers-also-borrowed>
                <p>Na de widget</p><div class="far"></div></main></body></html>
                """
                        .formatted(lang, address(), above, attributes));
    }

    /** A reader with a window of that width. */
    public Visit visit(int width) {
        return visit(width, new Browser.NewContextOptions());
    }

    /** The same, with wishes of their own. */
    public Visit visit(int width, Browser.NewContextOptions wishes) {
        return chromium.visit(wishes.setViewportSize(width, HEIGHT));
    }

    @Override
    public void close() {
        service.close();
        site.close();
        chromium.close();
    }
}
