package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** Titles by id and by words; and what operators ask for. */
class TitlesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(TinyService.TOKENS);
        settings.put("leeswijzer.cache-seconds", "7");
        service = TinyService.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aTitleIsToldAsItsCatalogueDescribesIt() throws Exception {
        JsonNode title = json("/v1/titles/9023400011");
        assertThat(title)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"id":"r0","library":"klein","libraries":["klein"],"workId":"w0",
                                 "isbns":["9789023400011"],"title":"De avonden","authors":["Gerard Reve"],
                                 "subjects":["Roman"],"series":[],"mediaType":"book","audience":"adult",
                                 "language":"dut","year":1947,"borrowers":"3+"}
                                """));
    }

    @Test
    void howManyBorrowedIsNotToldBelowMinBorrowers() throws Exception {
        assertThat(json("/v1/titles/r3").has("borrowers")).isFalse();
        assertThat(json("/v1/titles/r4").path("borrowers").asText()).isEqualTo("3+");
    }

    @Test
    void titlesAreFoundWhileAReaderTypes() throws Exception {
        assertThat(json("/v1/titles?q=avo").at("/titles/0/id").asText()).isEqualTo("r0");
        assertThat(json("/v1/titles?q=reve").path("titles")).hasSize(2);
        assertThat(json("/v1/titles?q=reve&limit=1").path("titles")).hasSize(1);
        assertThat(json("/v1/titles?q=max&library=klein").path("titles")).isEmpty();
        assertThat(json("/v1/titles?q=verborgene").path("titles")).isEmpty();
        assertThat(json("/v1/titles?q=").path("titles")).isEmpty();
    }

    @Test
    void librariesAreListed() throws Exception {
        assertThat(json("/v1/libraries").path("libraries"))
                .isEqualTo(JSON.readTree("[\"klein\",\"groot\"]"));
    }

    @Test
    void answersMayBeKeptAsLongAsIsSet() throws Exception {
        assertThat(service.get("/v1/libraries").headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=7");
    }

    @Test
    void healthTellsWhatTheStoreHolds() throws Exception {
        JsonNode health = json("/health");
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.at("/details/store/details/loans").asInt()).isEqualTo(27);
        assertThat(health.at("/details/store/details/modelVersion").asInt()).isEqualTo(1);
    }

    @Test
    void metricsTellWhatTheStoreHoldsAndNothingOfAPatron() throws Exception {
        json("/v1/titles/r0");
        String metrics =
                service.get("/prometheus", "Authorization", "Bearer " + TinyService.TOKEN).body();
        assertThat(metrics)
                .contains("leeswijzer_loans 27.0", "leeswijzer_model_version 1.0")
                .contains("uri=\"/v1/titles/{id}\"")
                .doesNotContain("patron-");
    }

    @Test
    void theRestOfTheManagementIsShut() throws Exception {
        for (String path : new String[] {"/env", "/beans", "/loggers", "/stop", "/threaddump"}) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static JsonNode json(String path) throws Exception {
        var response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
