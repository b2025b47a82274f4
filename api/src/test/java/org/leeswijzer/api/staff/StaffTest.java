package org.leeswijzer.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.ingest.load.Kind;

/** Every route of staff, with the token and without. */
class StaffTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = TinyService.TOKEN;
    private static final String PROBLEM = "urn:leeswijzer:problem:";

    @TempDir private Path folder;
    private TinyService service;

    @BeforeEach
    void start() throws IOException {
        service = TinyService.start(folder, TinyService.TOKENS);
    }

    @AfterEach
    void close() {
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
        "POST, /v1/models/rollback",
        "POST, /v1/models/unpin",
        "POST, /v1/models/file",
        "GET, /v1/works/decisions",
        "POST, /v1/works/merge",
        "POST, /v1/works/split",
        "POST, /v1/works/undo",
        "GET, /v1/jobs/retrain-1",
        "GET, /v1/jobs/retrain-1/events",
        "DELETE, /v1/jobs/retrain-1",
        "GET, /v1/models/1/privacy",
        "POST, /v1/privacy/erase",
        "POST, /v1/privacy/erase-for-good",
        "POST, /v1/privacy/opt-out",
        "POST, /v1/privacy/opt-in",
        "POST, /v1/privacy/export",
        "POST, /v1/store/backup"
    })
    void nobodyPassesWithoutTheToken(String method, String path, @TempDir Path other)
            throws Exception {
        for (String[] shown :
                List.of(
                        new String[0],
                        new String[] {"Authorization", TOKEN},
                        new String[] {"Authorization", "Basic " + TOKEN},
                        new String[] {"Authorization", "Bearer"},
                        new String[] {"Authorization", "Bearer " + TOKEN.substring(1)},
                        new String[] {"Authorization", "Bearer " + TOKEN + "0"},
                        new String[] {"Authorization", "Bearer " + TOKEN.replace('f', 'e')})) {
            HttpResponse<String> response =
                    service.send(path, request -> request.method(method, json("{}")), shown);
            assertThat(response.statusCode()).as(Arrays.toString(shown)).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"leeswijzer\"");
            assertThat(kind(response)).isEqualTo("unauthorized");
            assertThat(response.body()).doesNotContain(TOKEN);
        }
        assertThat(
                        service.send(
                                        path,
                                        request -> request.method(method, json("{}")),
                                        "Authorization",
                                        "bearer " + TOKEN)
                                .statusCode())
                .as("with the token, in whatever case the scheme is written")
                .isNotIn(401, 403);
    }

    @Test
    void whereNoTokenIsSetNobodyPassesAtAll(@TempDir Path other) throws Exception {
        try (TinyService closed = TinyService.start(other, Map.of())) {
            for (String path : List.of("/v1/models", "/v1/models/1/file", "/v1/jobs/retrain-1")) {
                HttpResponse<String> response =
                        closed.get(path, "Authorization", "Bearer " + TOKEN);
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(kind(response)).isEqualTo("forbidden");
                assertThat(detail(response)).startsWith("leeswijzer.tokens.staff is not set");
            }
            assertThat(closed.get("/v1/libraries").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsMergedIsOneTitleFromTheNextAnswerOn() throws Exception {
        String records =
                "\"records\":[{\"library\":\"klein\",\"id\":\"r1\"},{\"library\":\"klein\",\"id\":\"%s\"}]";
        HttpResponse<String> merged =
                post(
                        "/v1/works/merge",
                        "{" + records.formatted("r6") + ",\"by\":\"anna\",\"reason\":\"one\"}");
        assertThat(merged.statusCode()).isEqualTo(200);
        JsonNode decided = JSON.readTree(merged.body());
        assertThat(decided.path("published").asBoolean()).isFalse();
        assertThat(
                        JSON.readTree(service.get("/v1/titles/r6?library=klein").body())
                                .path("id")
                                .asText())
                .isEqualTo("r1");
        JsonNode listed = JSON.readTree(get("/v1/works/decisions").body()).path("decisions");
        assertThat(listed).containsExactly(decided.path("decision"));
        assertThat(listed.get(0).path("by").asText()).isEqualTo("anna");
        HttpResponse<String> unknown =
                post("/v1/works/merge", "{" + records.formatted("r99") + ",\"reason\":\"one\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(kind(unknown)).isEqualTo("unknown-title");
        assertThat(post("/v1/works/split", "{\"records\":[],\"reason\":\"one\"}").statusCode())
                .isEqualTo(400);
        String undo =
                "{\"id\":\"%s\",\"reason\":\"two\"}"
                        .formatted(decided.path("decision").path("id").asText());
        assertThat(post("/v1/works/undo", undo).statusCode()).isEqualTo(200);
        assertThat(post("/v1/works/undo", undo).statusCode()).isEqualTo(409);
        assertThat(
                        JSON.readTree(service.get("/v1/titles/r6?library=klein").body())
                                .path("id")
                                .asText())
                .isEqualTo("r6");
    }

    @Test
    void versionsAreListedAndToldOf() throws Exception {
        JsonNode models = JSON.readTree(get("/v1/models").body());
        assertThat(models.path("serving").asInt()).isEqualTo(1);
        assertThat(models.path("pinned").asBoolean()).isFalse();
        assertThat(models.path("models")).hasSize(1);
        HttpResponse<String> response = get("/v1/models/1");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode model = JSON.readTree(response.body());
        assertThat(models.path("models").get(0)).isEqualTo(model);
        assertThat(model.path("version").asInt()).isEqualTo(1);
        assertThat(model.path("state").asText()).isEqualTo("serving");
        assertThat(model.path("made").path("libraries").asInt()).isEqualTo(2);
        assertThat(model.path("made").path("patrons").asInt()).isEqualTo(8);
        assertThat(model.path("made").path("loans").asInt()).isEqualTo(27);
        assertThat(model.path("made").path("firstDay").asText()).hasSize("2026-01-01".length());
        assertThat(model.path("parameters").path("minBorrowers").asInt()).isEqualTo(3);
        assertThat(model.path("judged").path("figures").path("ndcg").path("value").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(model.path("verdict").path("passed").asBoolean()).isTrue();
        assertThat(model.path("published").path("by").asText()).isEqualTo("engine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | /v1/models/9                     | 404 | unknown-model   | version is 9, which is not kept: give one of [1]
                    GET  | /v1/models/x                     | 400 | bad-request     | version is 'x': give a whole number
                    GET  | /v1/models/1/changes             | 400 | bad-request     | since is missing: give it, see the API's reference
                    GET  | /v1/models/1/changes?since=9     | 404 | unknown-model   | version is 9, which is not kept: give one of [1]
                    GET  | /v1/models/1/changes?since=1&limit=0 | 400 | bad-request | limit is 0: give 1 to 1000
                    GET  | /v1/models/1/changes?since=1&library=none | 404 | unknown-library | library is 'none', which has sent nothing yet: give a code of GET /v1/libraries
                    GET  | /v1/models/9/file                | 404 | unknown-model   | version is 9, which is not kept: give one of [1]
                    POST | /v1/models/9/publish             | 404 | unknown-model   | version is 9, which is not kept: give one of [1]
                    POST | /v1/models/1/publish             | 409 | conflict        | version 1 serves already
                    POST | /v1/models/rollback              | 409 | conflict        | no version older than 1 is kept: retrain, or import one
                    POST | /v1/models/unpin                 | 409 | conflict        | version 1 is not pinned: its rows follow the loans
                    GET  | /v1/jobs/none                    | 404 | unknown-model   | there is no such job, or it ended before the service was last started
                    GET  | /v1/jobs/none/events             | 404 | unknown-model   | there is no such job, or it ended before the service was last started
                    DELETE | /v1/jobs/none                  | 404 | unknown-model   | there is no such job, or it ended before the service was last started
                    """)
    void whatCannotBeDoneIsToldWhy(
            String method, String path, int status, String kind, String detail) throws Exception {
        HttpResponse<String> response = staff(path, request -> request.method(method, json("{}")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(kind(response)).isEqualTo(kind);
        assertThat(detail(response)).isEqualTo(detail);
    }

    @Test
    void aRetrainIsAJobThatCanBeFollowedToItsEnd() throws Exception {
        HttpResponse<String> started = post("/v1/models", "{\"by\":\"anna\"}");
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location")).hasValue("/v1/jobs/retrain-2");
        JsonNode job = JSON.readTree(started.body());
        assertThat(job.path("id").asText()).isEqualTo("retrain-2");
        assertThat(job.path("version").asInt()).isEqualTo(2);
        assertThat(job.path("by").asText()).isEqualTo("anna");

        List<String> names = new ArrayList<>();
        List<JsonNode> events = events("/v1/jobs/retrain-2/events", names);
        assertThat(names.get(names.size() - 1)).isEqualTo("end");
        assertThat(names.subList(0, names.size() - 1)).containsOnly("progress");
        JsonNode end = events.get(events.size() - 1);
        assertThat(end.path("state").asText()).isEqualTo("done");
        assertThat(end.path("outcome").asText()).isEqualTo("version 2 serves");
        assertThat(JSON.readTree(get("/v1/jobs/retrain-2").body())).isEqualTo(end);
        assertThat(JSON.readTree(get("/v1/models/2").body()).path("by").asText()).isEqualTo("anna");
        assertThat(service.engine().model().version()).isEqualTo(2);

        HttpResponse<String> late = staff("/v1/jobs/retrain-2", request -> request.DELETE());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(detail(late))
                .isEqualTo("job retrain-2 has ended: it cannot be cancelled any more");
    }

    @Test
    void oneRetrainRunsAtATimeAndCanBeCancelled() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        // A retrain on another thread holds the one that is asked for at its door.
        Thread first =
                new Thread(
                        () ->
                                service.engine()
                                        .models()
                                        .retrain(
                                                new RetrainOrder("bo", null, OptionalLong.empty()),
                                                (stage, done, total) -> {
                                                    if (stage.equals("reading")) {
                                                        reading.countDown();
                                                        await(go);
                                                    }
                                                }));
        first.start();
        reading.await();
        assertThat(post("/v1/models", "{\"by\":\"anna\"}").statusCode()).isEqualTo(202);
        HttpResponse<String> second = post("/v1/models", "{}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(kind(second)).isEqualTo("conflict");
        assertThat(detail(second)).startsWith("job retrain-3, started by anna at ");
        HttpResponse<String> cancelled = staff("/v1/jobs/retrain-3", request -> request.DELETE());
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(cancelled.body()).path("state").asText()).isEqualTo("stopping");
        go.countDown();
        first.join();
        List<JsonNode> events = events("/v1/jobs/retrain-3/events", new ArrayList<>());
        assertThat(events.get(events.size() - 1).path("state").asText()).isEqualTo("cancelled");
        assertThat(service.engine().models().all()).hasSize(2);
        assertThat(service.engine().model().version()).isEqualTo(2);
    }

    @Test
    void aWithheldVersionIsPublishedWithAReason() throws Exception {
        service.engine()
                .accept(
                        EventBatch.of(
                                List.of(new LibraryEvent.AllLoansForgotten(new Library("klein")))));
        post("/v1/models", "{}");
        List<JsonNode> events = events("/v1/jobs/retrain-2/events", new ArrayList<>());
        assertThat(events.get(events.size() - 1).path("outcome").asText())
                .startsWith("version 2 is withheld: it is made of 1 loans, after 27 of version 1");
        assertThat(JSON.readTree(get("/v1/models/2").body()).path("state").asText())
                .isEqualTo("withheld");
        HttpResponse<String> refused = post("/v1/models/2/publish", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(detail(refused)).contains("give a reason");
        assertThat(post("/v1/models/2/publish", "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        JsonNode models =
                JSON.readTree(
                        post(
                                        "/v1/models/2/publish",
                                        "{\"by\":\"anna\",\"reason\":\"klein has left\"}")
                                .body());
        assertThat(models.path("serving").asInt()).isEqualTo(2);
        JsonNode published = models.path("models").get(1).path("published");
        assertThat(published.path("by").asText()).isEqualTo("anna");
        assertThat(published.path("reason").asText()).isEqualTo("klein has left");
    }

    @Test
    void rollingBackHoldsFromTheNextSuggestionOnAndUnpinningLetsItFollowTheLoans()
            throws Exception {
        String before = suggestions();
        service.engine().retrain(Progress.SILENT);
        // Pinned, so that what is borrowed now changes neither of the two.
        post("/v1/models/rollback", "{}");
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        StringBuilder loans = new StringBuilder();
        for (int patron = 20; patron < 24; patron++) {
            loans.append(TinyService.loan("klein", patron, "r0", day));
            loans.append(TinyService.loan("klein", patron, "r6", day));
        }
        TinyService.load(Kind.LOANS, loans.toString(), service.engine());
        service.engine().retrain(Progress.SILENT);
        assertThat(suggestions()).isNotEqualTo(before);

        JsonNode changes = JSON.readTree(get("/v1/models/3/changes?since=1").body());
        assertThat(changes.path("version").asInt()).isEqualTo(3);
        assertThat(changes.path("since").asInt()).isEqualTo(1);
        assertThat(changes.path("changed").asInt()).isPositive();
        JsonNode most = changes.path("titles").get(0);
        assertThat(most.path("title").path("id").asText())
                .as("it had no neighbour: three patrons are needed")
                .isEqualTo("r6");
        assertThat(most.path("title").path("title").asText()).isEqualTo("Vogelgids");
        assertThat(most.path("distance").asDouble()).isEqualTo(1);
        assertThat(most.path("before")).isEmpty();
        assertThat(most.path("after").get(0).path("id").asText()).isEqualTo("r0");
        JsonNode own = JSON.readTree(get("/v1/models/3/changes?since=1&library=groot").body());
        assertThat(own.path("library").asText()).isEqualTo("groot");
        assertThat(own.path("compared").asInt()).isZero();

        JsonNode models = JSON.readTree(post("/v1/models/rollback", "{}").body());
        assertThat(models.path("serving").asInt()).isEqualTo(2);
        assertThat(models.path("pinned").asBoolean()).isTrue();
        assertThat(suggestions()).isEqualTo(before);
        assertThat(service.get("/v1/titles/r0/suggestions").headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("W/\"2-"));
        assertThat(service.get("/health").body()).contains("\"pinned\":true");
        service.engine().sweep(Progress.SILENT);
        assertThat(suggestions()).isEqualTo(before);

        models = JSON.readTree(post("/v1/models/unpin", "{}").body());
        assertThat(models.path("pinned").asBoolean()).isFalse();
        service.engine().sweep(Progress.SILENT);
        assertThat(suggestions()).isNotEqualTo(before);
    }

    @Test
    void aModelGoesOutAsAFileAndComesInAgain() throws Exception {
        HttpResponse<byte[]> file =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(service.address() + "/v1/models/1/file"))
                                        .header("Authorization", "Bearer " + TOKEN)
                                        .build(),
                                BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("leeswijzer-model-1.lwm");
        HttpResponse<String> imported = upload(file.body());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        JsonNode json = JSON.readTree(imported.body());
        assertThat(json.path("rows").asLong()).isPositive();
        assertThat(json.path("neighboursLeftOut").asLong()).isZero();
        assertThat(json.path("model").path("state").asText()).isEqualTo("kept");
        assertThat(json.path("model").path("imported").path("by").asText()).isEqualTo("anna");
        assertThat(
                        JSON.readTree(get("/v1/models/2/changes?since=1").body())
                                .path("changed")
                                .asInt())
                .isZero();

        byte[] damaged = file.body().clone();
        damaged[damaged.length / 2] ^= 1;
        HttpResponse<String> refused = upload(damaged);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(detail(refused)).startsWith("the file ");
        assertThat(service.engine().models().all()).hasSize(2);
    }

    @Test
    void aFileOfMoreThanAMebibyteIsReadAsItComes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.engine().exportModel(1, out, Progress.SILENT);
        byte[] file = out.toByteArray();
        int end = file.length - 1 - Long.BYTES - 32;
        ByteBuffer longer = ByteBuffer.allocate(file.length + 7 * 300_000);
        longer.put(file, 0, end);
        for (int title = 0; title < 300_000; title++) {
            // Titles without any record, which no row names.
            longer.put((byte) 'T').putInt(1_000_000 + title).putShort((short) 0);
        }
        longer.put(file, end, 1 + Long.BYTES);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(longer.array(), 0, longer.position());
        HttpResponse<String> imported = upload(longer.put(digest.digest()).array());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(JSON.readTree(imported.body()).path("unknownTitles").asInt()).isEqualTo(300_000);
    }

    private HttpResponse<String> upload(byte[] file) throws Exception {
        return service.send(
                "/v1/models/file?by=anna",
                request -> request.POST(BodyPublishers.ofByteArray(file)),
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/octet-stream");
    }

    private String suggestions() throws Exception {
        JsonNode answer =
                JSON.readTree(service.get("/v1/titles/r6/suggestions?library=klein").body());
        List<String> ids = new ArrayList<>();
        answer.path("suggestions")
                .forEach(
                        suggestion ->
                                ids.add(
                                        suggestion.path("id").asText()
                                                + suggestion.path("basis").asText()));
        return ids.toString();
    }

    /** Everything that comes until the service closes the stream. */
    private List<JsonNode> events(String path, List<String> names) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        List<JsonNode> events = new ArrayList<>();
        for (String line : response.body().split("\n", -1)) {
            if (line.startsWith("event:")) {
                names.add(line.substring("event:".length()).strip());
            } else if (line.startsWith("data:")) {
                events.add(JSON.readTree(line.substring("data:".length())));
            }
        }
        assertThat(events).hasSameSizeAs(names);
        return events;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return staff(path, request -> request.GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return staff(path, request -> request.POST(json(body)));
    }

    private HttpResponse<String> staff(String path, UnaryOperator<HttpRequest.Builder> how)
            throws Exception {
        return service.send(
                path, how, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private static String kind(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body()).path("type").asText().replace(PROBLEM, "");
    }

    private static String detail(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body()).path("detail").asText();
    }
}
