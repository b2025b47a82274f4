package org.leeswijzer.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.http.Problem;

/** What readers say of suggestions, and who hears it. */
class FeedbackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "https://catalogue.example";
    private static final String SHELF = "/v1/titles/r0/suggestions?library=klein";
    private static final String KIN = SHELF + "&basis=kinship";

    @TempDir private Path folder;
    private TinyService service;

    @BeforeEach
    void start() throws Exception {
        Map<String, String> settings = new HashMap<>(TinyService.TOKENS);
        settings.put("leeswijzer.libraries.klein.origins", SITE);
        service = TinyService.start(folder, settings);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A random id, the same for the same number. */
    private static String reader(int number) {
        return "%02x3f9a7c5e1b4d8206a9f7c3e5b1d402".formatted(number);
    }

    @Test
    void whatAReaderDeclinedIsInNoAnswerToThem() throws Exception {
        String trace = trace(SHELF, "r1");
        assertThat(say(trace, "notForMe", reader(1)).statusCode()).isEqualTo(204);
        assertThat(ids(get(SHELF, "X-Reader", reader(1)))).doesNotContain("r1").contains("r3");
        assertThat(ids(list("r0", reader(1)))).doesNotContain("r1").contains("r3");
        assertThat(ids(batch("r0", reader(1)))).doesNotContain("r1").contains("r3");
        for (String list : List.of("/v1/popular?library=klein", "/v1/rising?library=klein")) {
            assertThat(ids(get(list))).contains("r1");
            assertThat(ids(get(list, "X-Reader", reader(1)))).doesNotContain("r1").contains("r0");
        }
        assertThat(ids(get(SHELF, "X-Reader", reader(2)))).contains("r1");
        assertThat(ids(get(SHELF))).contains("r1");
        say(trace(SHELF, "r3"), "alreadyRead", reader(1));
        assertThat(ids(list("r0", reader(1)))).doesNotContain("r1", "r3");
        say(trace, "good", reader(1));
        assertThat(ids(list("r0", reader(1)))).as("the last word holds").contains("r1");
    }

    @Test
    void anyEditionOfTheWorkIsLeftOut() throws Exception {
        String ofPocket = trace("/v1/titles/r4/suggestions?library=klein&basis=any", "r5");
        say(ofPocket, "notForMe", reader(1));
        for (String seed : List.of("r4", "r2")) {
            JsonNode answer =
                    get("/v1/titles/" + seed + "/suggestions?library=klein", "X-Reader", reader(1));
            assertThat(ids(answer)).doesNotContain("r5");
        }
    }

    @Test
    void aReadersAnswerIsNobodysToKeepAndCachesTellThemApart() throws Exception {
        for (String path : List.of(SHELF, "/v1/popular", "/v1/rising")) {
            HttpResponse<String> own = service.get(path, "X-Reader", reader(1));
            assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(own.headers().firstValue("ETag")).isEmpty();
            HttpResponse<String> anybodys = service.get(path);
            assertThat(anybodys.headers().firstValue("ETag")).isPresent();
            for (HttpResponse<String> each : List.of(own, anybodys)) {
                assertThat(each.headers().allValues("Vary")).contains("X-Reader");
            }
        }
    }

    @Test
    void rankingMovesAtMinBorrowersReadersAndNotAtOneFewer() throws Exception {
        String trace = trace(KIN, "r3");
        double before = score(KIN, "r3");
        String untouched = service.get(KIN).body();
        say(trace, "notForMe", reader(1));
        say(trace, "notForMe", reader(2));
        say(trace, "notForMe", reader(2));
        say(trace, "notForMe", null);
        say(trace, "alreadyRead", reader(4));
        assertThat(service.get(KIN).body()).isEqualTo(untouched);
        say(trace, "notForMe", reader(3));
        assertThat(score(KIN, "r3")).isBetween(before / 2, before * 0.9);
        assertThat(score("/v1/titles/r3/suggestions?library=klein", "r0"))
                .as("the other way round nobody said anything")
                .isEqualTo(before);
        for (int number = 1; number <= 12; number++) {
            say(trace, "good", reader(number));
        }
        assertThat(score(KIN, "r3")).isBetween(before * 1.1, before * 1.5);
    }

    @Test
    void itHoldsAfterARestartAndTheTracesAreTheSame() throws Exception {
        String trace = trace(SHELF, "r1");
        say(trace, "notForMe", reader(1));
        service.close();
        service = TinyService.start(folder, Map.of());
        assertThat(ids(get(SHELF, "X-Reader", reader(1)))).doesNotContain("r1");
        assertThat(trace(SHELF, "r1")).isEqualTo(trace);
    }

    @Test
    void theIdOfAReaderIsStoredNowhereAndTheKeyIsItsOwnersAlone() throws Exception {
        say(trace(SHELF, "r1"), "notForMe", reader(1));
        Path key = folder.resolve("secrets").resolve("feedback.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        service.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(
                                new String(
                                        Files.readAllBytes(file),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(reader(1));
            }
        }
        service = TinyService.start(folder, Map.of());
    }

    @Test
    void aMadeUpOrDamagedTraceIsRefused() throws Exception {
        String trace = trace(SHELF, "r1");
        char first = trace.charAt(trace.length() / 2);
        String damaged =
                trace.substring(0, trace.length() / 2)
                        + (first == 'A' ? 'B' : 'A')
                        + trace.substring(trace.length() / 2 + 1);
        for (String wrong :
                List.of("", "x", damaged, trace.substring(4), trace + "A", "A".repeat(3500))) {
            problem(say(wrong, "good", reader(1)), "traceId");
        }
        problem(service.post("/v1/feedback", "{\"kind\":\"good\"}"), "traceId");
    }

    @Test
    void whatCannotBeMeantIsRefusedByNameAndTheIdIsNotToldBack() throws Exception {
        String trace = trace(SHELF, "r1");
        problem(say(trace, "bad", reader(1)), "kind");
        problem(service.post("/v1/feedback", "{\"traceId\":\"" + trace + "\"}"), "kind");
        for (String id : List.of("4711", "0".repeat(32), reader(1) + "0", "x".repeat(32), " ")) {
            HttpResponse<String> refused = say(trace, "good", id);
            problem(refused, "reader");
            assertThat(refused.body()).doesNotContain("'" + id);
            problem(service.get(SHELF, "X-Reader", id), "X-Reader");
        }
        problem(service.post("/v1/feedback", "nonsense"), "body");
        problem(service.post("/v1/feedback", "[]"), "body");
        problem(service.post("/v1/feedback", "{\"kind\":\"" + "x".repeat(5000)), "body");
    }

    @Test
    void aUuidWillDoAndIsTheSameWithoutItsHyphens() throws Exception {
        String uuid =
                reader(1)
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                        .toUpperCase(java.util.Locale.ROOT);
        say(trace(SHELF, "r1"), "notForMe", uuid);
        assertThat(ids(get(SHELF, "X-Reader", reader(1)))).doesNotContain("r1");
    }

    @Test
    void aBrowserThatLeavesThePageSendsItAsPlainTextFromAPageOfTheLibrary() throws Exception {
        String body = "{\"traceId\":\"%s\",\"kind\":\"click\"}".formatted(trace(SHELF, "r1"));
        HttpResponse<String> heard =
                service.post(
                        "/v1/feedback",
                        body,
                        "Content-Type",
                        "text/plain;charset=UTF-8",
                        "Origin",
                        SITE);
        assertThat(heard.statusCode()).isEqualTo(204);
        assertThat(heard.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SITE);
        HttpResponse<String> asked =
                service.send(
                        SHELF,
                        each ->
                                each.method(
                                        "OPTIONS",
                                        java.net.http.HttpRequest.BodyPublishers.noBody()),
                        "Origin",
                        SITE,
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("X-Reader");
    }

    @Test
    void allThatIsSaidIsCountedByKind() throws Exception {
        String trace = trace(SHELF, "r1");
        long clicks = counted("click");
        say(trace, "click", null);
        say(trace, "click", reader(1));
        say(trace, "good", null);
        assertThat(counted("click")).isEqualTo(clicks + 2);
        assertThat(counted("good")).isEqualTo(1);
        assertThat(counted("notForMe")).isZero();
    }

    private long counted(String kind) throws Exception {
        String metrics =
                service.get("/prometheus", "Authorization", "Bearer " + TinyService.TOKEN).body();
        Matcher line =
                Pattern.compile("leeswijzer_feedback_total\\{kind=\"" + kind + "\"\\} ([0-9]+)")
                        .matcher(metrics);
        assertThat(line.find()).isTrue();
        return Long.parseLong(line.group(1));
    }

    private HttpResponse<String> say(String trace, String kind, String reader) throws Exception {
        var said = JSON.createObjectNode().put("traceId", trace).put("kind", kind);
        if (reader != null) {
            said.put("reader", reader);
        }
        return service.post("/v1/feedback", said.toString());
    }

    private static void problem(HttpResponse<String> answer, String field) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText())
                .startsWith(field)
                .containsPattern(": (give|make) ");
    }

    private JsonNode get(String path, String... headers) throws Exception {
        HttpResponse<String> answer = service.get(path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode list(String title, String reader) throws Exception {
        String body =
                "{\"titles\":[\"%s\"],\"library\":\"klein\",\"reader\":\"%s\"}"
                        .formatted(title, reader);
        return JSON.readTree(service.post("/v1/suggestions", body).body());
    }

    private JsonNode batch(String title, String reader) throws Exception {
        String body =
                "{\"titles\":[\"%s\"],\"library\":\"klein\",\"limit\":5,\"reader\":\"%s\"}"
                        .formatted(title, reader);
        return JSON.readTree(service.post("/v1/suggestions/batch", body).body()).at("/shelves/0");
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.path("suggestions").spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private JsonNode find(String path, String id) throws Exception {
        return StreamSupport.stream(get(path).path("suggestions").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String trace(String path, String id) throws Exception {
        return find(path, id).path("traceId").asText();
    }

    private double score(String path, String id) throws Exception {
        return find(path, id).path("score").asDouble();
    }
}
