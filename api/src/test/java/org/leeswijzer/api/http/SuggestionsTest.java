package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.load.Kind;

/** What a front-end that asks for suggestions is told. */
class SuggestionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

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
    void theShelfOfATitleHasWhatItsReadersBorrowedFirstAndThenItsKin() throws Exception {
        JsonNode answer = ok("/v1/titles/r0/suggestions?library=klein");
        assertThat(ids(answer)).startsWith("r1").contains("r3").doesNotContain("r0", "r7", "r8");
        JsonNode first = answer.at("/suggestions/0");
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("title").asText()).isEqualTo("De donkere kamer van Damokles");
        assertThat(first.path("authors").get(0).asText()).isEqualTo("Hermans, Willem Frederik");
        assertThat(first.path("isbns").isArray()).isTrue();
        assertThat(first.path("basis").asText()).isEqualTo("loans");
        assertThat(first.path("score").asDouble()).isPositive();
        assertThat(first.path("borrowers").asText()).isEqualTo("3+");
        assertThat(first.path("modelVersion").asInt()).isEqualTo(1);
        assertThat(first.at("/reason/code").asText()).isEqualTo("alsoBorrowed");
        assertThat(first.at("/reason/parameters/seed").asText()).isEqualTo("r0");
        assertThat(first.at("/reason/text/nl").asText())
                .isEqualTo("Lezers van \u201cDe avonden\u201d leenden dit ook");
        assertThat(first.at("/reason/text/en").asText())
                .isEqualTo("Readers of \u201cDe avonden\u201d also borrowed this");
        JsonNode kin = find(answer, "r3");
        assertThat(kin.path("basis").asText()).isEqualTo("kinship");
        assertThat(kin.has("borrowers")).isFalse();
        assertThat(kin.at("/reason/parameters/author").asText()).isEqualTo("Gerard Reve");
    }

    @Test
    void aPairOfFewerPatronsThanMinBorrowersIsInNoAnswerAsBorrowed() throws Exception {
        for (String asked : List.of("r0", "r1", "r4", "r5", "r6")) {
            for (String how : List.of("", "?library=klein", "?scope=consortium&held=false")) {
                JsonNode answer = ok("/v1/titles/" + asked + "/suggestions" + how);
                for (JsonNode each : answer.path("suggestions")) {
                    boolean isBirds = asked.equals("r6") || each.path("id").asText().equals("r6");
                    assertThat(isBirds && each.path("basis").asText().equals("loans")).isFalse();
                }
            }
        }
    }

    @Test
    void aTitleIsFoundByEveryIdItHas() throws Exception {
        String byRecord = ok("/v1/titles/r0/suggestions").toString();
        for (String id : List.of("in0", "w0", "9789023400011", "9023400011", "978-90-234-0001-1")) {
            assertThat(ok("/v1/titles/" + id + "/suggestions").toString()).isEqualTo(byRecord);
        }
    }

    @Test
    void whatTheLibraryDoesNotHoldIsSuggestedOnlyOnRequest() throws Exception {
        assertThat(ids(ok("/v1/titles/r0/suggestions?library=klein"))).doesNotContain("g1");
        assertThat(ids(ok("/v1/titles/r0/suggestions?library=klein&held=false"))).contains("g1");
        assertThat(ids(ok("/v1/titles/r0/suggestions"))).contains("g1");
    }

    @Test
    void whatIsExcludedIsNotSuggested() throws Exception {
        assertThat(ids(ok("/v1/titles/r0/suggestions?exclude=r1,r3"))).doesNotContain("r1", "r3");
    }

    @Test
    void anEmptyAnswerSaysWhy() throws Exception {
        JsonNode nothing = ok("/v1/titles/g1/suggestions?library=groot");
        assertThat(nothing.path("suggestions")).isEmpty();
        assertThat(nothing.at("/nothing/code").asText()).isEqualTo("allFiltered");
        assertThat(nothing.at("/nothing/text/nl").asText()).isNotBlank();
        JsonNode alone = ok("/v1/titles/r6/suggestions");
        assertThat(alone.path("suggestions")).isEmpty();
        assertThat(alone.at("/nothing/code").asText()).isEqualTo("nothingSimilar");
    }

    @Test
    void aTitleThatOnlyLoansHaveNamedIsAnsweredButNotShown() throws Exception {
        JsonNode answer = ok("/v1/titles/r8/suggestions?library=klein");
        assertThat(answer.has("title")).isFalse();
        assertThat(ids(answer)).contains("r0", "r1");
        assertThat(answer.at("/suggestions/0/reason/text/en").asText())
                .isEqualTo("Readers of this title also borrowed this");
        assertThat(service.get("/v1/titles/r8").statusCode()).isEqualTo(404);
    }

    @Test
    void aTitleThatEveryLibraryHidesIsUnknown() throws Exception {
        for (String path : List.of("/v1/titles/r7", "/v1/titles/r7/suggestions")) {
            HttpResponse<String> response = service.get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).doesNotContain("verborgene");
        }
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() throws Exception {
        String path = "/v1/titles/r0/suggestions?library=klein";
        HttpResponse<String> first = service.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"1-");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        for (String given : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            HttpResponse<String> again = service.get(path, "If-None-Match", given);
            assertThat(again.statusCode()).as(given).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        }
        assertThat(service.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void theTagChangesWithTheModelsVersionAndOtherwiseOnlyWithTheAnswer(@TempDir Path other)
            throws Exception {
        try (TinyService own = TinyService.start(other, Map.of())) {
            String path = "/v1/titles/r4/suggestions?library=klein";
            String before = tag(own, path);
            String today = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
            TinyService.load(Kind.LOANS, TinyService.loan("klein", 20, "r1", today), own.engine());
            assertThat(tag(own, path)).isEqualTo(before);
            own.engine().retrain(Progress.SILENT);
            assertThat(tag(own, path)).startsWith("W/\"2-");
        }
    }

    @Test
    void headSaysWhatGetWouldWithoutTheBody() throws Exception {
        String path = "/v1/titles/r0/suggestions";
        HttpResponse<String> head =
                service.send(path, request -> request.method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(service.get(path).headers().firstValue("ETag"));
    }

    @Test
    void aListIsAnsweredForAllItsTitlesAndNotToBeKept() throws Exception {
        HttpResponse<String> response =
                service.post(
                        "/v1/suggestions",
                        "{\"titles\":[\"r0\",\"r4\",\"no-such\"],\"library\":\"klein\",\"limit\":5}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        JsonNode answer = JSON.readTree(response.body());
        assertThat(ids(answer)).contains("r1", "r5").doesNotContain("r0", "r4", "r7", "r8");
        assertThat(answer.path("unknown")).hasSize(1);
        assertThat(answer.at("/unknown/0").asText()).isEqualTo("no-such");
    }

    @Test
    void aListOfUnknownTitlesSaysSo() throws Exception {
        JsonNode answer =
                JSON.readTree(
                        service.post("/v1/suggestions", "{\"titles\":[\"no\",\"none\"]}").body());
        assertThat(answer.path("suggestions")).isEmpty();
        assertThat(answer.at("/nothing/code").asText()).isEqualTo("noKnownTitle");
    }

    private static String tag(TinyService of, String path) throws Exception {
        return of.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode ok(String path) throws Exception {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return JSON.readTree(response.body());
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.path("suggestions").spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static JsonNode find(JsonNode answer, String id) {
        return StreamSupport.stream(answer.path("suggestions").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
