package org.leeswijzer.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.model.JobStatus;

/** What staff may do over HTTP, and that nobody else may. */
class StaffRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token-of-more-than-thirty-two-characters";
    private static final String[] STAFF = {
        "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json"
    };

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, Map.of("leeswijzer.staff-token", TOKEN));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/models",
        "GET, /v1/models/1",
        "GET, /v1/models/1/changes?since=1",
        "GET, /v1/models/1/file",
        "POST, /v1/models",
        "POST, /v1/models/1/publish",
        "POST, /v1/models/unpin",
        "POST, /v1/models/file",
        "GET, /v1/jobs/any",
        "GET, /v1/jobs/any/events",
        "DELETE, /v1/jobs/any"
    })
    void nobodyPassesWithoutTheToken(String method, String path, @TempDir Path other)
            throws Exception {
        for (String shown :
                new String[] {"", "Bearer", "Bearer " + TOKEN + "x", "Basic " + TOKEN}) {
            assertThat(status(service, method, path, shown)).as(shown).isEqualTo(401);
        }
        try (TinyService closed = TinyService.start(other, Map.of())) {
            assertThat(status(closed, method, path, "Bearer " + TOKEN)).isEqualTo(403);
        }
    }

    @Test
    void aRetrainIsAJobWhoseVersionServesAndCanBeRolledBack() throws Exception {
        HttpResponse<String> started =
                service.post("/v1/models", "{\"by\":\"Ada\",\"reason\":\"to try it\"}", STAFF);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String job = started.headers().firstValue("Location").orElseThrow();
        JobStatus end =
                service.engine().models().jobs().find(job.substring("/v1/jobs/".length())).await();
        assertThat(json(job).path("state").asText()).isEqualTo("done");
        assertThat(json(job).path("by").asText()).isEqualTo("Ada");
        HttpResponse<String> events = service.get(job + "/events", STAFF);
        assertThat(events.body()).contains("event: end", "\"state\":\"done\"");

        JsonNode models = json("/v1/models");
        assertThat(models.path("serving").asInt()).isEqualTo(end.version());
        assertThat(models.path("pinned").asBoolean()).isFalse();
        int before = models.at("/models/0/version").asInt();
        assertThat(before).isLessThan(end.version());

        HttpResponse<String> back =
                service.post(
                        "/v1/models/" + before + "/publish",
                        "{\"by\":\"Ada\",\"reason\":\"the old one was better\"}",
                        STAFF);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(json("/v1/models").path("serving").asInt()).isEqualTo(before);
        assertThat(json("/v1/models").path("pinned").asBoolean()).isTrue();
        assertThat(service.get("/v1/titles/r0/suggestions").headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("W/\"" + before + "-"));
        assertThat(json("/v1/models/" + before + "/changes?since=" + end.version()).path("changed"))
                .isEqualTo(JSON.readTree("0"));
        assertThat(service.post("/v1/models/unpin", "", STAFF).statusCode()).isEqualTo(200);
        assertThat(service.post("/v1/models/unpin", "", STAFF).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsNotThereIsTold() throws Exception {
        assertThat(service.get("/v1/models/999", STAFF).statusCode()).isEqualTo(404);
        assertThat(service.get("/v1/jobs/none", STAFF).statusCode()).isEqualTo(404);
        assertThat(service.post("/v1/models/999/publish", "{}", STAFF).statusCode()).isEqualTo(404);
        HttpResponse<String> garbage =
                service.send(
                        "/v1/models/file",
                        request -> request.POST(BodyPublishers.ofString("no model")),
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Content-Type",
                        "application/octet-stream");
        assertThat(garbage.statusCode()).as(garbage.body()).isEqualTo(400);
        assertThat(garbage.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private static int status(TinyService of, String method, String path, String shown)
            throws Exception {
        return of.send(
                        path,
                        request -> request.method(method, BodyPublishers.ofString("{}")),
                        "Authorization",
                        shown,
                        "Content-Type",
                        path.endsWith("file") && method.equals("POST")
                                ? "application/octet-stream"
                                : "application/json")
                .statusCode();
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> response = service.get(path, STAFF);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
