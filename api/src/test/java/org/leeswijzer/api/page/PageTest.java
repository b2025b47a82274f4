package org.leeswijzer.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;

/** The readers' page as it is served. */
class PageTest {
    private static final Pattern NAMED_BY_PAGE = Pattern.compile("\"/page/[0-9a-f]+/([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("/page/[0-9a-f]+/[^\"]+");
    private static final Pattern NAMED_BY_SCRIPT = Pattern.compile("from '\\./([^']+)'");

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
    void theFilesThatThePageAndItsScriptsNameAreThoseThatAreServed() throws Exception {
        Set<String> named = new TreeSet<>();
        Deque<String> unread = new ArrayDeque<>(names(NAMED_BY_PAGE, service.get("/").body()));
        assertThat(unread.remove(PageController.SCRIPT_FILE)).isTrue();
        unread.add("leeswijzer.js");
        while (!unread.isEmpty()) {
            String file = unread.remove();
            if (named.add(file)) {
                unread.addAll(names(NAMED_BY_SCRIPT, text(file)));
            }
        }
        assertThat(named).containsExactlyElementsOf(PageController.FILES);
    }

    @Test
    void nothingIsWrittenIntoThePageThatItsPolicyForbids() throws Exception {
        HttpResponse<String> page = service.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'", "script-src 'self'")
                                        .doesNotContain("unsafe", "http"));
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=")
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
    }

    @Test
    void onlyTheDemoSaysThatItIsOne() throws Exception {
        assertThat(service.get("/").body()).contains("name=\"leeswijzer-demo\" content=\"false\"");
        try (TinyService demo =
                TinyService.start(folder.resolve("demo"), Map.of("leeswijzer.demo", "true"))) {
            assertThat(demo.get("/").body()).contains("name=\"leeswijzer-demo\" content=\"true\"");
        }
    }

    @Test
    void whatIsNoFileOfThePageIsAProblem() throws Exception {
        HttpResponse<String> answer = service.get("/page/1/index.html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void whatThePageNamesIsKeptForGoodAndWhatItDoesNotForAWhile() throws Exception {
        Matcher first = ADDRESS.matcher(service.get("/").body());
        assertThat(first.find()).isTrue();
        assertThat(service.get(first.group()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
        for (String other : List.of("/page/1/leeswijzer.js", "/")) {
            assertThat(service.get(other).headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=300");
        }
    }

    @Test
    void theScriptsAreOneThatAsksForNoOther() throws Exception {
        String script = text(PageController.SCRIPT_FILE);
        assertThat(script).doesNotContainPattern("(?m)^(?:import|export)\\b");
        assertThat(PageController.FILES.stream().filter(file -> file.endsWith(".js")))
                .allSatisfy(
                        file ->
                                assertThat(script)
                                        .containsOnlyOnce(
                                                "const $%s = ".formatted(file.replace(".js", ""))));
    }

    @Test
    void aScriptThatIsWrittenInAnotherWayIsNotTakenForOneOfOurs() {
        assertThat(
                        Scripts.together(
                                "a",
                                Map.of(
                                                "a",
                                                        "import { x as y } from './b.js';\nexport const z = y;",
                                                "b", "export function x() {}")
                                        ::get))
                .isEqualTo(
                        """
                        const $b = (() => {
                        function x() {}
                        return { x };
                        })();
                        const $a = (() => {
                        const { x: y } = $b;
                        const z = y;
                        return { z };
                        })();""");
        assertThatThrownBy(() -> Scripts.together("a", name -> "export default 1;"))
                .hasMessageStartingWith("a.js has 'export default 1;': import { names }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title=r0                            | /v1/titles/r0/suggestions?basis=loans&amp;limit=12
                    title=r0&library=klein&mode=close   | /v1/titles/r0/suggestions?basis=loans&amp;limit=12&amp;library=klein&amp;mode=close
                    title=r0&mode=other                 | /v1/titles/r0/suggestions?basis=loans&amp;limit=12
                    title=a%20b%2Fc%27(d)!*~%C3%AB%22   | /v1/titles/a%20b%2Fc'(d)!*~%C3%AB%22/suggestions?basis=loans&amp;limit=12
                    title=r0&library=%22%3E%3Cscript%3E | /v1/titles/r0/suggestions?basis=loans&amp;limit=12&amp;library=%22%3E%3Cscript%3E
                    """)
    void aTitlesFirstShelfIsAskedForBeforeItsScriptsAreThere(String query, String address)
            throws Exception {
        assertThat(service.get("/?" + query).body())
                .contains("as=\"fetch\" crossorigin href=\"" + address + "\">");
        assertThat(service.get("/?q=max").body()).doesNotContain("as=\"fetch\"", "{{");
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(names::add);
        return names;
    }

    private static String text(String file) throws Exception {
        HttpResponse<String> answer = service.get("/page/1/" + file);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(file)
                .contains(
                        file.endsWith(".css")
                                ? "text/css;charset=utf-8"
                                : "text/javascript;charset=utf-8");
        return answer.body();
    }
}
