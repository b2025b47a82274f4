package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.Debian;
import org.leeswijzer.api.browser.Stage;
import org.leeswijzer.api.browser.Visit;

/**
 * The recipes of {@code api/integrations}, as a library would take them over. Those for catalogues in PHP and Ruby are run by
 * these, with what stands for the catalogue in {@code src/test/resources/recipes}.
 */
class RecipesIT {
    private static final String IN_RECIPES = "https://leeswijzer.example.org";
    private static final Path CATALOGUES = Path.of("src", "test", "resources", "recipes");

    @TempDir private static Path folder;
    @TempDir private static Path copies;
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

    @Test
    void vufindsRecordPageShowsThemInItsSidebar() throws Exception {
        stage.site().allow(stage.address());
        assertLeadsTo("/vufind/Record/1", vufind("0"), "recipe-vufind");
    }

    @Test
    void blacklightsDocumentPageShowsThemBelowItsOwnSidebarAndKeepsTheLanguage() throws Exception {
        stage.site().allow(stage.address());
        assertLeadsTo("/catalog/1?locale=nl", blacklight("0"), "recipe-blacklight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai:example.org:a.b/1 2", "\"'><i>&amp;</i><?=1?><%=1%>{id}"})
    void whateverAnIdHoldsItIsTheWidgetsTitleIdAndNothingElse(String id) throws Exception {
        stage.site().allow(stage.address());
        for (String sidebar : List.of(vufind(id), blacklight(id))) {
            try (Visit visit = stage.visit(1280)) {
                visit.page().navigate(stage.site().put("/record", besideARecord(sidebar)));
                assertThat(visit.widget().getAttribute("title-id")).isEqualTo(id);
                assertThat(visit.page().locator("i").count()).isZero();
                visit.assertQuiet();
            }
        }
    }

    private static void assertLeadsTo(String href, String sidebar, String picture)
            throws IOException {
        try (Visit visit = stage.visit(1280)) {
            visit.page().navigate(stage.site().put("/record", besideARecord(sidebar)));
            assertThat(visit.outcome()).isEqualTo("rab:shown");
            assertThat(visit.widget().locator("a").first().getAttribute("href")).isEqualTo(href);
            visit.assertAccessible();
            visit.picture(picture);
        }
    }

    private static String besideARecord(String sidebar) {
        return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Max Havelaar</title>
        <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css"></head>
        <body><main><h1>Max Havelaar</h1></main><aside>%s</aside></body></html>
        """
                .formatted(sidebar);
    }

    private static String vufind(String id) throws IOException, InterruptedException {
        Path php = Debian.program("php-cli", List.of("php"), "");
        copy("vufind/ReadersAlsoBorrowed.php");
        copy("vufind/ReadersAlsoBorrowed.phtml");
        return printed(php, "vufind.php", "zwolle", id);
    }

    private static String blacklight(String id) throws IOException, InterruptedException {
        Path ruby = Debian.program("ruby", List.of("ruby"), "");
        copy("blacklight/readers_also_borrowed_sidebar_component.rb");
        copy("blacklight/readers_also_borrowed_sidebar_component.html.erb");
        return printed(ruby, "blacklight.rb", id);
    }

    private static void copy(String file) throws IOException {
        Files.writeString(copies.resolve(Path.of(file).getFileName()), recipe(file));
    }

    private static String printed(Path program, String catalogue, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.add(CATALOGUES.resolve(catalogue).toString());
        command.add(copies.toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
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
