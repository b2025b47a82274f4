package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.browser.Chromium;
import org.leeswijzer.api.browser.Shelf;
import org.leeswijzer.api.browser.Site;
import org.leeswijzer.api.browser.Visit;

/** The recipes of {@code api/integrations} that run in a browser, as a library would take them over. */
class RecipesIT {
    private static final String IN_RECIPES = "https://leeswijzer.example.org";

    @TempDir private static Path folder;
    private static Chromium chromium;
    private static Site site;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        site = Site.start();
        service = Shelf.start(folder, site);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            site.close();
            chromium.close();
        }
    }

    @Test
    void aPlainPageNeedsOneScriptAndOneElement() throws Exception {
        site.allow(service.address().toString());
        try (Visit visit = visit()) {
            visit.page().navigate(site.put("/plain.html", recipe("plain-html/example.html")));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().locator("a").first().getAttribute("href"))
                    .isEqualTo("/record/1");
            visit.assertAccessible();
            visit.picture("recipe-plain-html");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id='catalogue_detail_biblio' class='maincontent' data-biblionumber='0'>",
                "<div id='catalogue_detail_biblio' class='maincontent'><abbr class='unapi-id' title='koha:biblionumber:0'></abbr>"
            })
    void kohasDetailPageShowsThemBelowItsTabs(String detail) throws Exception {
        allowScriptsInThePage();
        try (Visit visit = visit()) {
            visit.page().navigate(site.put("/opac-detail.pl", koha("opac-detail", detail)));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().locator("a").first().getAttribute("href"))
                    .isEqualTo("/cgi-bin/koha/opac-detail.pl?biblionumber=1");
            assertThat(visit.page().locator("#bibliodescriptions + readers-also-borrowed").count())
                    .isEqualTo(1);
            visit.assertAccessible();
            visit.picture("recipe-koha");
        }
    }

    @Test
    void kohasOtherPagesAreLeftAlone() throws Exception {
        allowScriptsInThePage();
        try (Visit visit = visit()) {
            visit.page().navigate(site.put("/opac-main.pl", koha("opac-main", "<div>")));
            assertThat(visit.widget().count()).isZero();
            visit.assertQuiet();
        }
    }

    /** What Koha's detail page has around the snippet: its ids, and the preference in a script at its end. */
    private static String koha(String body, String detail) throws IOException {
        return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Details for: Max Havelaar</title>
        <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css"></head>
        <body id="%s"><main>%s<h1 class="title">Max Havelaar</h1></div>
        <div id="bibliodescriptions"><p>Holdings</p></div></main><script>%s</script></body></html>
        """
                .formatted(body, detail, recipe("koha/opac-user.js"));
    }

    /* As Koha does with what the preference holds. */
    private static void allowScriptsInThePage() {
        site.allowWithScripts(service.address().toString());
    }

    private static String recipe(String file) throws IOException {
        return Files.readString(Path.of("integrations", file))
                .replace(IN_RECIPES, service.address().toString())
                .replace("'klein'", "'zwolle'")
                .replace("library=\"klein\"", "library=\"zwolle\"")
                .replace("title-id=\"r0\"", "title-id=\"0\"");
    }

    private static Visit visit() {
        return chromium.visit(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }
}
