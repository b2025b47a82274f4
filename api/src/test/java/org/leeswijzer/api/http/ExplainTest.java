package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;

/** Why a title is on a shelf or not, and the dials of requests. */
class ExplainTest {
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

    @ParameterizedTest
    @CsvSource({
        "r0, r1, '', suggested",
        "r0, r3, '', suggested",
        "r0, r3, '&limit=1', rankedBelow",
        "r0, r3, '&basis=loans', outsideWindow",
        "r1, r2, '', sameWork",
        "r0, r0, '', sameWork",
        "r0, r6, '', notEnoughBorrowers",
        "r0, r8, '', undescribed",
        "r4, r0, '', adultForChildren",
        "r0, g1, '&library=klein', notHeld",
        "r0, r1, '&exclude=r1', excluded",
        "r0, r6, '&basis=kinship', notSimilar"
    })
    void saysWhy(String seed, String candidate, String more, String code) throws Exception {
        JsonNode answer = ok("/v1/explain?seed=" + seed + "&candidate=" + candidate + more);
        assertThat(answer.path("code").asText()).isEqualTo(code);
        assertThat(answer.at("/text/nl").asText()).isNotBlank();
        assertThat(answer.at("/text/en").asText()).isNotBlank();
        assertThat(answer.has("suggestion")).isEqualTo(code.equals("suggested"));
    }

    @Test
    void whatIsSuggestedIsExplainedByItsPlaceAndReason() throws Exception {
        JsonNode answer = ok("/v1/explain?seed=r0&candidate=r1&library=klein");
        assertThat(answer.path("rank").asInt()).isEqualTo(1);
        assertThat(answer.at("/suggestion/id").asText()).isEqualTo("r1");
        assertThat(answer.at("/text/en").asText())
                .isEqualTo("At place 1: Readers of \u201cDe avonden\u201d also borrowed this");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/explain?candidate=r0                      | 400 | seed         | seed is missing: give it, see the API's reference
                    /v1/explain?seed=no&candidate=r0              | 404 | seed         | seed is 'no', which no title has: give a record id, an ISBN or a work id
                    /v1/explain?seed=r0&candidate=r7              | 404 | candidate    | candidate is 'r7', which no title has: give a record id, an ISBN or a work id
                    /v1/explain?seed=r0&candidate=r1&mode=wild    | 400 | mode         | mode is 'wild': give close, balanced or discover
                    /v1/titles/r0/suggestions?mode=wild           | 400 | mode         | mode is 'wild': give close, balanced or discover
                    /v1/titles/r0/suggestions?basis=love          | 400 | basis        | basis is 'love': give loans, kinship or any
                    /v1/titles/r0/suggestions?maxPerAuthor=0      | 400 | maxPerAuthor | maxPerAuthor is 0: give 1 to 100
                    /v1/titles/r0/suggestions?maxPerSeries=x      | 400 | maxPerSeries | maxPerSeries is 'x': give a whole number
                    """)
    void aWrongRequestIsToldWhatToMend(String path, int status, String field, String detail)
            throws Exception {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void aListTakesTheDialsToo() throws Exception {
        String wrong = "{\"titles\":[\"r0\"],\"mode\":\"wild\"}";
        assertThat(service.post("/v1/suggestions", wrong).statusCode()).isEqualTo(400);
        String kin =
                "{\"titles\":[\"r0\"],\"mode\":\"discover\",\"basis\":\"kinship\",\"maxPerAuthor\":1}";
        HttpResponse<String> response = service.post("/v1/suggestions", kin);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode suggestions = JSON.readTree(response.body()).path("suggestions");
        assertThat(suggestions).isNotEmpty();
        suggestions.forEach(each -> assertThat(each.path("basis").asText()).isEqualTo("kinship"));
    }

    /* In the twin An has r3 for r6, and Fien r6 for r3: pairs of two and of one patron differ, no total does. */
    @Test
    void storesThatDifferInPairsBelowMinBorrowersAloneGiveTheSameBytes(@TempDir Path other)
            throws Exception {
        // As replicas have it: or else nothing but the seals of suggestions would differ.
        Path secrets = Files.createDirectories(other.resolve("secrets"));
        Files.copy(folder.resolve("secrets/feedback.key"), secrets.resolve("feedback.key"));
        try (TinyService twin = TinyService.startWithOtherFewBorrowers(other)) {
            for (String path : paths()) {
                HttpResponse<String> one = service.get(path);
                HttpResponse<String> two = twin.get(path);
                assertThat(two.statusCode()).as(path).isEqualTo(one.statusCode());
                assertThat(two.body()).as(path).isEqualTo(one.body());
            }
        }
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (int seed = 0; seed < 9; seed++) {
            for (String mode : List.of("close", "balanced", "discover")) {
                for (String basis : List.of("any", "loans", "kinship")) {
                    String dials = "mode=" + mode + "&basis=" + basis + "&library=klein";
                    paths.add("/v1/titles/r" + seed + "/suggestions?" + dials);
                    for (int candidate = 0; candidate < 9; candidate++) {
                        paths.add(
                                "/v1/explain?seed=r%d&candidate=r%d&%s"
                                        .formatted(seed, candidate, dials));
                    }
                }
            }
        }
        return paths;
    }

    private static JsonNode ok(String path) throws Exception {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
