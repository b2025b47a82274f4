package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.browser.Stage;
import org.leeswijzer.api.browser.Visit;

/** The recipes of {@code api/integrations} that run in a browser, as a library would take them over. */
class RecipesIT {
    private static final String IN_RECIPES = "https://leeswijzer.example.org";

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
    void aPlainPageNeedsOneScriptAndOneElement() throws Exception {
        stage.site().allow(stage.address());
        try (Visit visit = stage.visit(1280)) {
            visit.page()
                    .navigate(stage.site().put("/plain.html", recipe("plain-html/example.html")));
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
        try (Visit visit = stage.visit(1280)) {
            visit.page().navigate(stage.site().put("/opac-detail.pl", koha("opac-detail", detail)));
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
        try (Visit visit = stage.visit(1280)) {
            visit.page().navigate(stage.site().put("/opac-main.pl", koha("opac-main", "<div>")));
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
        stage.site().allowWithScripts(stage.address());
    }

    private static String recipe(String file) throws IOException {
        return Files.readString(Path.of("integrations", file))
                .replace(IN_RECIPES, stage.address())
                .replace("'klein'", "'zwolle'")
                .replace("library=\"klein\"", "library=\"zwolle\"")
                .replace("title-id=\"r0\"", "title-id=\"0\"");
    }
}
