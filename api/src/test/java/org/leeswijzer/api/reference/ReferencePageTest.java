package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** The reference as it is read. */
class ReferencePageTest {
    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void hasEveryOperationAndLeadsNowhereThatIsNotThere() throws Exception {
        String page = service.get("/reference").body();
        Set<String> places = all(" id=\"([^\"]+)\"", page);
        assertThat(places).containsAll(new Examples().operations());
        assertThat(places).containsAll(all("href=\"#([^\"]+)\"", page));
        assertThat(page.split(" id=\"", -1)).hasSize(places.size() + 1);
    }

    @Test
    void showsTheExamplesThatAreAskedInTheTest() throws Exception {
        String page = service.get("/reference").body();
        assertThat(page)
                .contains("curl \"$LEESWIJZER/v1/titles/r0/suggestions?library=klein&amp;limit=2\"")
                .contains("Lezers van “De avonden” leenden dit ook")
                .contains("-H \"Authorization: Bearer $TOKEN\"")
                .containsPattern("/v1/patrons/suggestions\"[^/]*-H \"X-Api-Key: [$]KEY\"");
    }

    @Test
    void speaksTheLanguageThatIsChosenOrElseThatOfTheBrowser() throws Exception {
        assertThat(service.get("/reference?lang=nl").body()).contains("<html lang=\"nl\">");
        assertThat(service.get("/reference", "Accept-Language", "nl-NL").body())
                .contains("<h1>Naslag van de API</h1>");
        assertThat(service.get("/reference?lang=en", "Accept-Language", "nl").body())
                .contains("<h1>Reference of the API</h1>");
        assertThat(service.get("/reference", "Accept-Language", "fr").body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void allowsNothingButItsOwnStyles() throws Exception {
        HttpResponse<String> answer = service.get("/reference");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe", "script-src");
        assertThat(answer.body()).doesNotContain("<script", " style=\"", "https://unpkg", "//cdn");
    }

    @Test
    void isKeptByBrowsers() throws Exception {
        String tag = service.get("/reference").headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/reference", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get("/reference?lang=nl", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    private static Set<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
