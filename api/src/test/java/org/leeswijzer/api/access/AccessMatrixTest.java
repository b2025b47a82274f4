package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.service.SecretHash;

/** Every route of the running service, called by everybody. */
class AccessMatrixTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 0;

    /** Who may: a for anybody, k for front-ends, s, p and o for staff, privacy officers and ops, c for who has logged in to the console. */
    private static final String MATRIX =
            """
            a   GET / /
            a   GET /page/{version}/{file} /page/1/leeswijzer.js
            a   GET /widget/v1/readers-also-borrowed.js /widget/v1/readers-also-borrowed.js
            a   GET /openapi.json /openapi.json
            a   GET /openapi.yml /openapi.yml
            a   GET /reference /reference
            a   GET /v1/yardstick /v1/yardstick
            a   GET /health /health
            a   GET /health/{selector} /health/liveness
            a   GET /v1/titles /v1/titles?q=avonden
            a   GET /v1/titles/{id} /v1/titles/r0
            a   GET /v1/titles/{id}/suggestions /v1/titles/r0/suggestions
            a   POST /v1/suggestions /v1/suggestions
            a   POST /v1/suggestions/batch /v1/suggestions/batch
            a   GET /v1/popular /v1/popular
            a   GET /v1/rising /v1/rising
            a   GET /v1/explain /v1/explain?seed=r0&candidate=r1
            a   POST /v1/feedback /v1/feedback
            a   GET /v1/libraries /v1/libraries
            kp  POST /v1/patrons/suggestions /v1/patrons/suggestions
            kp  POST /v1/patrons/consent /v1/patrons/consent
            kp  POST /v1/patrons/withdraw-consent /v1/patrons/withdraw-consent
            sp  GET /v1/models /v1/models
            sp  GET /v1/models/{version} /v1/models/1
            s   GET /v1/models/{version}/changes /v1/models/1/changes?since=1
            s   GET /v1/models/{version}/file /v1/models/1/file
            s   POST /v1/models /v1/models
            s   POST /v1/models/{version}/publish /v1/models/1/publish
            s   POST /v1/models/rollback /v1/models/rollback
            s   POST /v1/models/unpin /v1/models/unpin
            s   POST /v1/models/file /v1/models/file
            s   GET /v1/jobs/{id} /v1/jobs/none
            s   GET /v1/jobs/{id}/events /v1/jobs/none/events
            s   DELETE /v1/jobs/{id} /v1/jobs/none
            so  POST /v1/log/replay /v1/log/replay
            s   GET /v1/works/decisions /v1/works/decisions
            s   POST /v1/works/merge /v1/works/merge
            s   POST /v1/works/split /v1/works/split
            s   POST /v1/works/undo /v1/works/undo
            p   GET /v1/models/{version}/privacy /v1/models/1/privacy
            p   POST /v1/privacy/erase /v1/privacy/erase
            p   POST /v1/privacy/erase-for-good /v1/privacy/erase-for-good
            p   POST /v1/privacy/opt-out /v1/privacy/opt-out
            p   POST /v1/privacy/opt-in /v1/privacy/opt-in
            p   POST /v1/privacy/export /v1/privacy/export
            o   POST /v1/store/backup /v1/store/backup
            o   GET /prometheus /prometheus
            c   GET /staff /staff
            a   GET /staff/login /staff/login
            a   POST /staff/login /staff/login
            a   GET /staff/login/issuer /staff/login/issuer
            a   GET /staff/login/callback /staff/login/callback
            c   POST /staff/logout /staff/logout
            a   GET /staff/files/{file} /staff/files/htmx.js
            c   GET /staff/models /staff/models
            c   GET /staff/models/{version} /staff/models/1
            c   GET /staff/models/{version}/changes /staff/models/1/changes
            c   POST /staff/models/{version}/publish /staff/models/1/publish
            c   POST /staff/models/rollback /staff/models/rollback
            c   POST /staff/models/unpin /staff/models/unpin
            c   GET /staff/retrain /staff/retrain
            c   POST /staff/retrain /staff/retrain
            c   GET /staff/retrain/{id}/events /staff/retrain/none/events
            c   POST /staff/retrain/{id}/cancel /staff/retrain/none/cancel
            c   GET /staff/imports /staff/imports
            c   GET /staff/imports/state /staff/imports/state
            c   POST /staff/imports /staff/imports
            c   POST /staff/imports/take /staff/imports/take
            c   POST /staff/imports/drop /staff/imports/drop
            c   GET /staff/letters /staff/letters
            c   GET /staff/letters/one /staff/letters/one
            c   POST /staff/letters/redrive /staff/letters/redrive
            c   GET /staff/works /staff/works
            c   POST /staff/works/merge /staff/works/merge
            c   POST /staff/works/split /staff/works/split
            c   POST /staff/works/undo /staff/works/undo
            c   GET /staff/privacy /staff/privacy
            """;

    @TempDir private static Path folder;
    private static Issuer issuer;
    private static TinyService service;

    private record Call(String who, String method, String route, String path) {}

    /**
     * Somebody who calls.
     *
     * @param letter in the matrix; blank if they have no role
     * @param refusal what they get where they may not; {@link #OK} if they may everything that anybody may
     */
    private record Caller(String name, String letter, int refusal, List<String> headers) {}

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start();
        Map<String, String> settings = new HashMap<>(issuer.settings());
        settings.put("leeswijzer.tokens.staff", hash("staff"));
        settings.put("leeswijzer.tokens.privacy", hash("privacy"));
        settings.put("leeswijzer.tokens.ops", hash("ops"));
        settings.put("leeswijzer.libraries.klein.keys", hash("old key") + ", " + hash("key"));
        service = TinyService.start(folder, settings);
    }

    private static String hash(String secret) {
        return SecretHash.of(secret).toString();
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void everyRouteOfTheServiceHasARuleAndEveryRuleARoute() {
        Set<String> served =
                service.routes().stream()
                        .map(route -> route.replaceFirst("^HEAD ", "GET "))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served)
                .isEqualTo(
                        RouteTable.RULES.stream()
                                .map(Rule::route)
                                .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(calls().stream().map(call -> call.method() + " " + call.route()))
                .as("and this test calls them all")
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void everyoneMayWhatTheirRoleMayAndNothingElse() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Call call : calls(call -> !call.who().equals("c"))) {
            for (Caller caller : callers()) {
                HttpResponse<String> answer = send(call, caller);
                boolean mayPass = call.who().equals("a") || may(call, caller);
                int expected = mayPass ? OK : caller.refusal();
                boolean isRefused =
                        answer.statusCode() >= 500
                                || Set.of(401, 403, 429).contains(answer.statusCode());
                if (expected == OK ? isRefused : answer.statusCode() != expected) {
                    wrong.put(caller.name() + " " + call, answer.statusCode() + answer.body());
                } else if (expected != OK) {
                    checkRefusal(answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyAndNoTokenOpensAPageOfTheConsole() throws Exception {
        Map<String, String> opened = new TreeMap<>();
        for (Call call : calls(call -> call.who().equals("c"))) {
            for (Caller caller : callers()) {
                HttpResponse<String> answer = send(call, caller);
                boolean isSentToLogIn =
                        answer.statusCode() == 303
                                && answer.headers()
                                        .firstValue("Location")
                                        .orElse("")
                                        .startsWith("/staff/login");
                if (!isSentToLogIn && !Set.of(401, 403).contains(answer.statusCode())) {
                    opened.put(caller.name() + " " + call, answer.statusCode() + answer.body());
                }
            }
        }
        assertThat(opened).isEmpty();
    }

    private static boolean may(Call call, Caller caller) {
        return !caller.letter().isEmpty() && call.who().contains(caller.letter());
    }

    private static void checkRefusal(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(answer.statusCode() == 401);
    }

    @Test
    void aKeyThatNobodyKnowsIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        for (String key : List.of("", "none", hash("key"), "key2")) {
            HttpResponse<String> answer = service.get("/v1/libraries", "X-Api-Key", key);
            assertThat(answer.statusCode()).as(key).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("ApiKey realm=\"leeswijzer\"");
            assertThat(JSON.readTree(answer.body()).path("field").asText()).isEqualTo("X-Api-Key");
        }
    }

    @Test
    void bothKeysOfALibraryAreGoodWhileOneTakesThePlaceOfTheOther() throws Exception {
        for (String key : List.of("old key", "key")) {
            assertThat(service.get("/v1/libraries", "X-Api-Key", key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whereReadingIsNotPublicItTakesAKey(@TempDir Path other) throws Exception {
        Map<String, String> settings =
                Map.of(
                        "leeswijzer.public-read",
                        "false",
                        "leeswijzer.libraries.klein.keys",
                        hash("key"));
        try (TinyService closed = TinyService.start(other, settings)) {
            HttpResponse<String> refused = closed.get("/v1/titles/r0/suggestions");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(JSON.readTree(refused.body()).path("detail").asText())
                    .startsWith("X-Api-Key is missing");
            assertThat(closed.get("/v1/titles/r0/suggestions", "X-Api-Key", "key").statusCode())
                    .isEqualTo(200);
            assertThat(closed.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusalsAreCountedByRoleAndNobodyIsNamed() throws Exception {
        service.get("/v1/privacy/export");
        service.post("/v1/privacy/export", "{}");
        String metrics = service.get("/prometheus", "Authorization", "Bearer ops").body();
        assertThat(metrics)
                .containsPattern(
                        "leeswijzer_access_refused_total\\{role=\"privacy\"\\} [1-9][0-9]*\\.0")
                .contains("leeswijzer_access_limited_total{by=\"address\"} 0.0")
                .doesNotContain("127.0.0.1");
    }

    private static List<Caller> callers() throws Exception {
        return List.of(
                new Caller("nobody", "", 401, List.of()),
                new Caller("front-end", "k", 403, List.of("X-Api-Key", "key")),
                bearer("staff", "s", 403, "staff"),
                bearer("privacy", "p", 403, "privacy"),
                bearer("ops", "o", 403, "ops"),
                bearer("staff of the issuer", "s", 403, issuer.token("leeswijzer-staff", "x")),
                bearer("privacy of the issuer", "p", 403, issuer.token("leeswijzer-privacy")),
                bearer("ops of the issuer", "o", 403, issuer.token("leeswijzer-ops")),
                bearer("reader of the issuer", "", 403, issuer.token("reader")),
                bearer("stranger", "", 401, "stranger"),
                bearer("who shows the hash", "", 401, hash("staff")),
                new Caller("of another scheme", "", 401, List.of("Authorization", "Basic staff")));
    }

    private static Caller bearer(String name, String letter, int refusal, String token) {
        return new Caller(name, letter, refusal, List.of("Authorization", "Bearer " + token));
    }

    private static List<Call> calls(Predicate<Call> which) {
        return calls().stream().filter(which).toList();
    }

    private static List<Call> calls() {
        return MATRIX.lines()
                .map(line -> line.split(" +"))
                .map(words -> new Call(words[0], words[1], words[2], words[3]))
                .toList();
    }

    private static HttpResponse<String> send(Call call, Caller caller) throws Exception {
        var body = call.method().equals("GET") ? BodyPublishers.noBody() : json(call);
        List<String> headers = new ArrayList<>(caller.headers());
        headers.addAll(List.of("Content-Type", type(call)));
        return service.send(
                call.path(),
                each -> each.method(call.method(), body),
                headers.toArray(String[]::new));
    }

    private static String type(Call call) {
        return call.path().endsWith("/file") ? "application/octet-stream" : "application/json";
    }

    private static BodyPublisher json(Call call) {
        return BodyPublishers.ofString(
                call.path().equals("/v1/suggestions") ? "{\"titles\":[\"r0\"]}" : "{}");
    }
}
