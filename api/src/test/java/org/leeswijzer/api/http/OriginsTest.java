package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** What a browser is told whose page is one of a library's, and what one of another page is told. */
class OriginsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KLEIN = "https://catalogus.klein.nl";
    private static final String GROOT = "https://groot.nl:8443";
    private static final String SHELF = "/v1/titles/r0/suggestions?library=klein";

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service =
                TinyService.start(
                        folder,
                        Map.of(
                                "leeswijzer.libraries.klein.origins",
                                KLEIN,
                                "leeswijzer.libraries.groot.origins",
                                GROOT,
                                "leeswijzer.libraries.klein.cover-url",
                                "/c/{id}.jpg",
                                "leeswijzer.libraries.groot.cover-url",
                                "https://covers.example.org/{isbn}.jpg"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPageOfTheLibraryMayReadTheAnswerAndItsTag() throws Exception {
        HttpResponse<String> answer = service.get(SHELF, "Origin", KLEIN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(allowed(answer)).containsExactly(KLEIN);
        assertThat(answer.headers().allValues("Access-Control-Expose-Headers"))
                .containsExactly("ETag");
        assertThat(answer.headers().allValues("Vary")).containsOnlyOnce("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aPageOfAnotherLibraryMayNotAndNoMayOneOfNone() throws Exception {
        for (String origin : List.of(GROOT, "https://evil.example", "null", KLEIN + ".evil.nl")) {
            HttpResponse<String> answer = service.get(SHELF, "Origin", origin);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(allowed(answer)).isEmpty();
            assertThat(answer.headers().allValues("Vary")).containsOnlyOnce("Origin");
        }
    }

    @Test
    void whereNoLibraryIsNamedThePagesOfAnyMayRead() throws Exception {
        for (String path :
                List.of(
                        "/v1/libraries",
                        "/v1/titles?q=avonden",
                        "/v1/titles/r0",
                        "/v1/explain?seed=r0&candidate=r1")) {
            assertThat(allowed(service.get(path, "Origin", GROOT))).as(path).containsExactly(GROOT);
            assertThat(allowed(service.get(path))).as(path).isEmpty();
        }
        assertThat(
                        allowed(
                                service.post(
                                        "/v1/suggestions",
                                        "{\"titles\":[\"r0\"]}",
                                        "Content-Type",
                                        "application/json",
                                        "Origin",
                                        GROOT)))
                .containsExactly(GROOT);
    }

    @Test
    void aPageMayReadWhyItHasNoAnswerAndThatItHasItAlready() throws Exception {
        HttpResponse<String> unknown =
                service.get("/v1/titles/nope/suggestions?library=klein", "Origin", KLEIN);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(allowed(unknown)).containsExactly(KLEIN);
        String tag = service.get(SHELF).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = service.get(SHELF, "Origin", KLEIN, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(allowed(same)).containsExactly(KLEIN);
        assertThat(same.headers().allValues("Vary")).containsOnlyOnce("Origin");
    }

    @Test
    void aBrowserThatAsksFirstIsToldWhatItMayAsk() throws Exception {
        HttpResponse<String> answer = preflight(SHELF, KLEIN);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(allowed(answer)).containsExactly(KLEIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Content-Type, If-None-Match, X-Reader");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("7200");
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).startsWith("Origin, "));
        assertThat(allowed(preflight("/v1/suggestions", GROOT))).containsExactly(GROOT);
        assertThat(allowed(preflight(SHELF, GROOT))).isEmpty();
    }

    @Test
    void whatStaffAskIsOpenToNoPage() throws Exception {
        HttpResponse<String> models = service.get("/v1/models", "Origin", KLEIN);
        assertThat(allowed(models)).isEmpty();
        assertThat(allowed(preflight("/v1/models", KLEIN))).isEmpty();
        assertThat(allowed(preflight("/v1/jobs/1", KLEIN))).isEmpty();
    }

    @Test
    void optionsTellWhatARouteTakesAndHeadIsAnAnswerWithoutItsBody() throws Exception {
        HttpResponse<String> options = service.send(SHELF, each -> method(each, "OPTIONS"));
        assertThat(options.statusCode()).isBetween(200, 204);
        assertThat(String.join(",", options.headers().allValues("Allow"))).contains("GET", "HEAD");
        HttpResponse<String> get = service.get(SHELF, "Origin", KLEIN);
        HttpResponse<String> head =
                service.send(SHELF, each -> method(each, "HEAD"), "Origin", KLEIN);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(allowed(head)).containsExactly(KLEIN);
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @Test
    void aSuggestionHasACoverWhereTheAskingLibraryHasSaidWhereCoversAre() throws Exception {
        JsonNode own = JSON.readTree(service.get(SHELF).body());
        assertThat(own.at("/suggestions/0/cover").asText()).isEqualTo("/c/r1.jpg");
        JsonNode theirs =
                JSON.readTree(
                        service.get("/v1/titles/g1/suggestions?library=groot&held=false").body());
        assertThat(theirs.findValuesAsText("cover"))
                .containsExactly("https://covers.example.org/9789023400011.jpg");
        JsonNode anybodys = JSON.readTree(service.get("/v1/titles/r1/suggestions").body());
        assertThat(anybodys.at("/suggestions/0/cover").asText()).isEqualTo("/c/r0.jpg");
    }

    private static java.net.http.HttpRequest.Builder method(
            java.net.http.HttpRequest.Builder builder, String method) {
        return builder.method(method, BodyPublishers.noBody());
    }

    private static HttpResponse<String> preflight(String path, String origin) throws Exception {
        return service.send(
                path,
                builder -> method(builder, "OPTIONS"),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET");
    }

    private static List<String> allowed(HttpResponse<String> answer) {
        return answer.headers().allValues("Access-Control-Allow-Origin");
    }
}
