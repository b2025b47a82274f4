package org.leeswijzer.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** The readers' page as it is served. */
class PageTest {
    private static final Pattern NAMED_BY_PAGE = Pattern.compile("\"/page/([^\"]+)\"");
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
        HttpResponse<String> answer = service.get("/page/index.html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
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
        HttpResponse<String> answer = service.get("/page/" + file);
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
