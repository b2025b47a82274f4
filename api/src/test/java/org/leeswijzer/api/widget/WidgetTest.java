package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** The widget's script as it is served. */
class WidgetTest {
    private static final String PATH = "/widget/v1/" + WidgetController.FILE;
    private static final int MOST_BYTES = 8192;

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
    void everyPageMayLoadItAndKeepItForAWhile() throws Exception {
        HttpResponse<String> answer = service.get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        expect(answer, "Content-Type", "text/javascript;charset=utf-8");
        expect(answer, "X-Content-Type-Options", "nosniff");
        expect(answer, "Access-Control-Allow-Origin", "*");
        expect(answer, "Cross-Origin-Resource-Policy", "cross-origin");
        expect(answer, "Cache-Control", "public, max-age=3600, stale-while-revalidate=86400");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        for (String named : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            HttpResponse<String> same = service.get(PATH, "If-None-Match", named);
            assertThat(same.statusCode()).as(named).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            expect(same, "ETag", tag);
            expect(same, "Access-Control-Allow-Origin", "*");
        }
        assertThat(service.get(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsLessThanEightKilobytesAsItIsSent() throws Exception {
        String script = service.get(PATH).body();
        assertThat(script.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    }

    @Test
    void nothingInItNeedsAPolicyToBeLoosened() throws Exception {
        assertThat(service.get(PATH).body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(")
                .doesNotContain("document.write", "'style'", "import ", "Function(", "http:");
    }

    @Test
    void itsHeadAndItsOptionsCanBeAskedFor() throws Exception {
        HttpResponse<String> head = service.send(PATH, each -> each.method("HEAD", none()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        expect(head, "X-Content-Type-Options", "nosniff");
        HttpResponse<String> options = service.send(PATH, each -> each.method("OPTIONS", none()));
        assertThat(String.join(",", options.headers().allValues("Allow"))).contains("GET", "HEAD");
    }

    private static java.net.http.HttpRequest.BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private static void expect(HttpResponse<String> answer, String header, String value) {
        assertThat(answer.headers().allValues(header)).containsExactly(value);
    }
}
