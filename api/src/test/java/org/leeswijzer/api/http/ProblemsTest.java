package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.slf4j.LoggerFactory;

/** Every error has one shape, and names the value, the field and the remedy. */
class ProblemsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/titles/none                         | 404 | unknown-title    | id      | id is 'none', which no title has: give a record id, an ISBN or a work id
                    /v1/titles/none/suggestions             | 404 | unknown-title    | id      | id is 'none', which no title has: give a record id, an ISBN or a work id
                    /v1/titles/r0?library=none              | 404 | unknown-library  | library | library is 'none', which has sent nothing yet: give a code of GET /v1/libraries
                    /v1/titles/r0/suggestions?limit=0       | 400 | bad-request      | limit   | limit is 0: give 1 to 100
                    /v1/titles/r0/suggestions?limit=101     | 400 | bad-request      | limit   | limit is 101: give 1 to 100
                    /v1/titles/r0/suggestions?limit=many    | 400 | bad-request      | limit   | limit is 'many': give a whole number
                    /v1/titles/r0/suggestions?held=perhaps  | 400 | bad-request      | held    | held is 'perhaps': give true or false
                    /v1/titles/r0/suggestions?scope=world   | 400 | bad-request      | scope   | scope is 'world': give library or consortium
                    /v1/titles                              | 400 | bad-request      | q       | q is missing: give it, see the API's reference
                    /v1/none                                | 404 | unknown-resource |         | there is nothing at this address: see the API's reference
                    """)
    void aWrongRequestIsToldWhatToMend(
            String path, int status, String kind, String field, String detail) throws Exception {
        expect(service.get(path), status, kind, field, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"titles":[]}              | titles | titles is missing or empty: give 1 to 200 ids
                    {}                         | titles | titles is missing or empty: give 1 to 200 ids
                    {"titles":["r0"],"limit":0}| limit  | limit is 0: give 1 to 100
                    {"titles":"r0"}            | body   | body is not the JSON that is expected: give an object with the fields of the API's reference
                    {"titles":[                | body   | body is not the JSON that is expected: give an object with the fields of the API's reference
                    []                         | body   | body is not the JSON that is expected: give an object with the fields of the API's reference
                    7                          | body   | body is not the JSON that is expected: give an object with the fields of the API's reference
                    """)
    void aWrongListIsToldWhatToMend(String body, String field, String detail) throws Exception {
        expect(service.post("/v1/suggestions", body), 400, "bad-request", field, detail);
    }

    @Test
    void anEmptyBodyIsABadRequest() throws Exception {
        assertThat(service.post("/v1/suggestions", "").statusCode()).isEqualTo(400);
    }

    @Test
    void tooLongAListIsRefused() throws Exception {
        String ids = "\"r0\",".repeat(ListJson.MAX_TITLES) + "\"r0\"";
        expect(
                service.post("/v1/suggestions", "{\"titles\":[" + ids + "]}"),
                400,
                "bad-request",
                "titles",
                "titles is 201: give 1 to 200");
    }

    @Test
    void aBodyThatIsNotWhatItsHeadersSayIsRefusedAndNotLogged() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger server = (Logger) LoggerFactory.getLogger("io.micronaut.http.server");
        log.start();
        server.addAppender(log);
        try {
            for (String type : List.of("application/json", "application/octet-stream")) {
                String path = type.endsWith("json") ? "/v1/suggestions" : "/v1/models/file";
                HttpResponse<String> unpacked =
                        service.post(
                                path,
                                "not packed",
                                "Content-Encoding",
                                "gzip",
                                "Content-Type",
                                type,
                                "Authorization",
                                "Bearer " + TinyService.TOKEN);
                assertThat(unpacked.statusCode()).as(unpacked.body()).isEqualTo(400);
                JsonNode problem = JSON.readTree(unpacked.body());
                assertThat(problem.path("field").asText()).isEqualTo("body");
                assertThat(problem.path("detail").asText()).contains("Content-Encoding");
            }
            HttpResponse<String> form =
                    service.post(
                            "/staff/login",
                            "token=leeswijzer_5ecre7%zz",
                            "Content-Type",
                            "application/x-www-form-urlencoded");
            assertThat(form.statusCode()).isEqualTo(400);
        } finally {
            server.detachAppender(log);
        }
        assertThat(log.list).isEmpty();
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefused() throws Exception {
        HttpResponse<String> response =
                service.post("/v1/suggestions", "{\"titles\":[\"" + "x".repeat(1 << 20) + "\"]}");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(JSON.readTree(response.body()).path("status").asInt()).isEqualTo(413);
    }

    @Test
    void anotherMethodIsToldWhichThereAre() throws Exception {
        HttpResponse<String> response =
                service.send(
                        "/v1/titles/r0", request -> request.method("PUT", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).isPresent();
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
    }

    @Test
    void anIdThatIsQuotedBackIsCutAndCannotActOnATerminal() throws Exception {
        JsonNode problem =
                JSON.readTree(service.get("/v1/titles/%1B%5B31m" + "x".repeat(500)).body());
        assertThat(problem.path("detail").asText()).doesNotContain("\u001b").hasSizeLessThan(200);
    }

    @Test
    void aFaultOfOursSaysNothingOfItsCause(@TempDir Path other) throws Exception {
        TinyService broken = TinyService.start(other, Map.of());
        try (broken) {
            broken.engine().close();
            HttpResponse<String> response = broken.get("/v1/titles/r0/suggestions");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body())
                    .doesNotContain(other.toString(), "store", "Exception", "org.leeswijzer");
        }
    }

    private static void expect(
            HttpResponse<String> response, int status, String kind, String field, String detail)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:leeswijzer:problem:" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("field").asText("")).isEqualTo(field == null ? "" : field);
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
        for (String language : List.of("nl", "en")) {
            assertThat(problem.path("text").path(language).asText())
                    .as("for readers, in %s", language)
                    .matches("[A-Z].*\\.");
        }
    }
}
