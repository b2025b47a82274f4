package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.load.Kind;

/** Which editions are wanted, for a shelf, a list, a batch and what is popular. */
class FiltersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Klein has De donkere kamer read aloud too, groot has it on a screen. */
    private static final String EDITIONS =
            """
            {"library":"klein","id":"r1-spoken","title":"De donkere kamer van Damokles","authors":["Hermans, Willem Frederik"],"language":"dut","mediaType":"audiobook","audience":"adult","year":1999}
            {"library":"groot","id":"g1-screen","title":"De donkere kamer van Damokles","authors":["Hermans, Willem Frederik"],"language":"dut","mediaType":"ebook","audience":"adult","year":2018}
            """;

    /** Klein tells of its copies, groot does not. */
    private static final String COPIES =
            """
            {"library":"klein","item":"c1","title":"r1","available":false}
            {"library":"klein","item":"c2","title":"r1-spoken","available":false}
            {"library":"klein","item":"c3","title":"r1-spoken","available":true}
            """;

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, Map.of());
        TinyService.load(Kind.TITLES, EDITIONS, service.engine());
        TinyService.load(Kind.TITLES, COPIES, service.engine());
        service.engine().retrain(Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mediaType=audiobook, r1-spoken",
        "mediaType=audiobook&library=klein, r1-spoken",
        "'mediaType=ebook,audiobook&library=klein', r1-spoken",
        "mediaType=ebook, g1-screen",
        "mediaType=ebook&library=klein&held=false, g1-screen",
        "yearFrom=1990&yearTo=2000, r1-spoken",
        "yearFrom=2000, g1-screen",
    })
    void theEditionThatIsWantedIsShown(String query, String id) throws Exception {
        assertThat(ids(ok("/v1/titles/r0/suggestions?" + query).path("suggestions")))
                .containsExactly(id);
    }

    @Test
    void whatIsForChildrenOrInALanguageIsFound() throws Exception {
        assertThat(ids(ok("/v1/titles/r0/suggestions?audience=children").path("suggestions")))
                .isNotEmpty()
                .isSubsetOf("r4", "r5");
        assertThat(ids(ok("/v1/titles/r0/suggestions?language=dut").path("suggestions")))
                .contains("r1")
                .doesNotContain("r2", "r3", "r4");
    }

    @Test
    void whereNothingIsAsWantedItSaysSoAndExplainSaysWhy() throws Exception {
        JsonNode none = ok("/v1/titles/r0/suggestions?mediaType=game");
        assertThat(none.path("suggestions")).isEmpty();
        assertThat(none.at("/nothing/code").asText()).isEqualTo("allFiltered");
        JsonNode why = ok("/v1/explain?seed=r0&candidate=r1&mediaType=game");
        assertThat(why.path("code").asText()).isEqualTo("notWanted");
        assertThat(why.at("/text/nl").asText()).isNotBlank();
    }

    @Test
    void aListABatchAndWhatIsPopularTakeTheSame() throws Exception {
        String wanted = "\"mediaType\":[\"audiobook\"],\"yearFrom\":1990,\"library\":\"klein\"";
        JsonNode list = post("/v1/suggestions", "{\"titles\":[\"r0\"]," + wanted + "}");
        assertThat(ids(list.path("suggestions"))).containsExactly("r1-spoken");
        JsonNode batch = post("/v1/suggestions/batch", "{\"titles\":[\"r0\"]," + wanted + "}");
        assertThat(ids(batch.at("/shelves/0/suggestions"))).containsExactly("r1-spoken");
        JsonNode popular = ok("/v1/popular?mediaType=audiobook&library=klein");
        assertThat(ids(popular.path("suggestions"))).containsExactly("r1-spoken");
    }

    @ParameterizedTest
    @CsvSource({
        "mediaType=scroll, mediaType, scroll",
        "mediaType=, mediaType, ''",
        "audience=pets, audience, pets",
        "language=D%20T, language, D T",
        "yearFrom=soon, yearFrom, soon",
        "yearFrom=-99999, yearFrom, -99999",
        "yearFrom=2000&yearTo=1999, yearTo, 1999",
        "available=maybe, available, maybe",
        "available=true&library=groot, available, groot does not tell",
    })
    void whatCannotBeReadIsToldByFieldAndValue(String query, String field, String value)
            throws Exception {
        for (String path : List.of("/v1/titles/r0/suggestions?", "/v1/popular?", "/v1/rising?")) {
            HttpResponse<String> answer = service.get(path + query);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("field").asText()).isEqualTo(field);
            assertThat(problem.path("detail").asText()).startsWith(field).contains(value);
        }
    }

    @Test
    void whatCanBeTakenHomeIsShownUntilTheLastCopyIsLent() throws Exception {
        String shelf = "/v1/titles/r0/suggestions?library=klein&available=";
        assertThat(ids(ok(shelf + true).path("suggestions"))).containsExactly("r1-spoken");
        assertThat(ids(ok(shelf + false).path("suggestions")))
                .isEqualTo(ids(ok("/v1/titles/r0/suggestions?library=klein").path("suggestions")));
        String list = "{\"titles\":[\"r0\"],\"library\":\"klein\",\"available\":true}";
        assertThat(ids(post("/v1/suggestions", list).path("suggestions")))
                .containsExactly("r1-spoken");
        assertThat(ids(post("/v1/suggestions/batch", list).at("/shelves/0/suggestions")))
                .containsExactly("r1-spoken");
        assertThat(ids(ok("/v1/popular?library=klein&available=true").path("suggestions")))
                .containsExactly("r1-spoken");
        assertThat(ok("/v1/titles/r1?library=klein").path("available").asBoolean(true)).isFalse();
        assertThat(ok("/v1/titles/r0?library=klein").has("available")).isFalse();

        lend("c3", false);
        assertThat(ids(ok(shelf + true).path("suggestions"))).isEmpty();
        assertThat(
                        ok("/v1/explain?seed=r0&candidate=r1&library=klein&available=true")
                                .path("code")
                                .asText())
                .isEqualTo("notWanted");
        lend("c1", true);
        assertThat(ids(ok(shelf + true).path("suggestions"))).containsExactly("r1");
        lend("c3", true);
        lend("c1", false);
    }

    private static void lend(String item, boolean isBack) throws Exception {
        TinyService.load(
                Kind.TITLES,
                "{\"library\":\"klein\",\"item\":\"%s\",\"title\":\"%s\",\"available\":%s}%n"
                        .formatted(item, item.equals("c1") ? "r1" : "r1-spoken", isBack),
                service.engine());
    }

    private static JsonNode ok(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = service.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode suggestions) {
        return StreamSupport.stream(suggestions.spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }
}
