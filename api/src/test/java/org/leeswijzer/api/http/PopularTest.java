package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.ingest.load.Kind;

/** What is popular, what rises, and shelves for a list of results. */
class PopularTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, TinyService.TOKENS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatMostPatronsBorrowedComesFirstWithHowManyAtLeast() throws Exception {
        JsonNode answer = ok("/v1/popular?library=klein&period=week");
        assertThat(ids(answer))
                .as("those of four, those of three; none of two, none hidden or without a record")
                .containsExactly("r0", "r1", "r4", "r5", "r6");
        assertThat(answer.path("scope").asText()).isEqualTo("library");
        assertThat(answer.path("since").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(6).toString());
        JsonNode first = answer.at("/suggestions/0");
        assertThat(first.path("basis").asText()).isEqualTo("popularity");
        assertThat(first.path("borrowers").asText()).isEqualTo("3+");
        assertThat(first.at("/reason/text/nl").asText()).isEqualTo("Veel geleend");
        assertThat(answer.findValues("score"))
                .as("of how many there are only the step is told")
                .extracting(JsonNode::asDouble)
                .containsExactly(1.0, 0.5, 0.3333, 0.25, 0.2);
    }

    @Test
    void whereFewerThanMinBorrowersBorrowedAnythingItSaysSo() throws Exception {
        JsonNode answer = ok("/v1/popular?library=groot");
        assertThat(answer.path("suggestions")).isEmpty();
        assertThat(answer.at("/nothing/code").asText()).isEqualTo("nothingBorrowed");
    }

    @Test
    void whatIsBorrowedMoreThanBeforeRises(@TempDir Path other) throws Exception {
        try (TinyService own = TinyService.start(other, Map.of())) {
            StringBuilder before = new StringBuilder();
            String day = LocalDate.now(ZoneOffset.UTC).minusDays(9).toString();
            for (int patron = 20; patron < 26; patron++) {
                before.append(TinyService.loan("klein", patron, "r0", day));
                before.append(TinyService.loan("klein", patron, "r1", day));
            }
            TinyService.load(Kind.LOANS, before.toString(), own.engine());
            JsonNode answer = JSON.readTree(own.get("/v1/rising?library=klein&period=week").body());
            assertThat(ids(answer)).contains("r4", "r5").doesNotContain("r0", "r1");
            assertThat(answer.at("/suggestions/0/basis").asText()).isEqualTo("rising");
            assertThat(answer.at("/suggestions/0/reason/code").asText()).isEqualTo("rising");
        }
    }

    @Test
    void whoIsErasedTakesWhatFallsBelowMinBorrowersAlongAtOnce(@TempDir Path other)
            throws Exception {
        try (TinyService own = TinyService.start(other, TinyService.TOKENS)) {
            String path = "/v1/popular?library=klein&period=week";
            assertThat(ids(JSON.readTree(own.get(path).body()))).contains("r4");
            String patron = "{\"library\":\"klein\",\"patron\":\"" + TinyService.PATRON + "5\"}";
            HttpResponse<String> erased =
                    own.post(
                            "/v1/privacy/erase",
                            patron,
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            "Bearer " + TinyService.TOKEN);
            assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
            assertThat(ids(JSON.readTree(own.get(path).body())))
                    .contains("r0")
                    .doesNotContain("r4");
        }
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() throws Exception {
        HttpResponse<String> first = service.get("/v1/popular");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/v1/popular", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
    }

    @Test
    void aPeriodThatIsNoneIsTold() throws Exception {
        HttpResponse<String> answer = service.get("/v1/popular?period=fortnight");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("detail").asText())
                .isEqualTo("period is 'fortnight': give week, month, quarter or year");
    }

    @Test
    void aBatchHasTheShelfOfEachTitleAsIfItWereAskedForAlone() throws Exception {
        HttpResponse<String> response =
                service.post(
                        "/v1/suggestions/batch",
                        "{\"titles\":[\"r4\",\"nowhere\",\"r0\",null],\"library\":\"klein\",\"limit\":2}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode shelves = JSON.readTree(response.body()).path("shelves");
        assertThat(shelves.findValuesAsText("asked")).containsExactly("r4", "nowhere", "r0", "");
        assertThat(shelves.at("/0/suggestions"))
                .isEqualTo(
                        ok("/v1/titles/r4/suggestions?library=klein&limit=2").path("suggestions"));
        assertThat(shelves.at("/2/suggestions"))
                .isNotEmpty()
                .isEqualTo(
                        ok("/v1/titles/r0/suggestions?library=klein&limit=2").path("suggestions"));
        assertThat(shelves.at("/1/nothing/code").asText()).isEqualTo("noKnownTitle");
    }

    @Test
    void aBatchThatIsTooLargeIsTold() throws Exception {
        String ids = "\"r0\",".repeat(BatchJson.MAX_TITLES) + "\"r0\"";
        for (String body :
                List.of(
                        "{\"titles\":[" + ids + "]}",
                        "{\"titles\":[\"r0\"],\"limit\":21}",
                        "{\"titles\":[]}",
                        "{}")) {
            HttpResponse<String> answer = service.post("/v1/suggestions/batch", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("field").asText()).isIn("titles", "limit");
        }
    }

    private static JsonNode ok(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.path("suggestions").spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }
}
