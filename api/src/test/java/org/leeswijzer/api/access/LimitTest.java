package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.service.SecretHash;

/** What is told to whoever asks more than two times a minute, behind a proxy on this machine. */
class LimitTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHELF = "/v1/titles/r0/suggestions?library=klein";
    private static final String SITE = "https://catalogus.klein.nl";

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(TinyService.TOKENS);
        settings.put("leeswijzer.limit.per-address", "2");
        settings.put("leeswijzer.limit.per-key", "3");
        settings.put("leeswijzer.limit.trusted-proxies", "127.0.0.1, 10.0.0.0/8");
        settings.put("leeswijzer.libraries.klein.origins", SITE);
        settings.put("leeswijzer.libraries.klein.keys", SecretHash.of("klein").toString());
        settings.put("leeswijzer.libraries.groot.keys", SecretHash.of("groot").toString());
        settings.put("leeswijzer.libraries.groot.requests-per-minute", "1");
        service = TinyService.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        HttpResponse<String> first = from("203.0.113.1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=2;w=60");
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"address\";r=1;t=0");
        assertThat(first.headers().firstValue("Retry-After")).isEmpty();
        assertThat(from("203.0.113.1").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = from("203.0.113.1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        int wait = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1, 30);
        assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"address\";r=0;t=" + wait);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:leeswijzer:problem:too-many-requests");
        assertThat(problem.path("detail").asText())
                .isEqualTo(
                        "more than 2 requests a minute from one address: ask again in %d s"
                                .formatted(wait));
        assertThat(from("203.0.113.2").statusCode()).as("another address").isEqualTo(200);
    }

    @Test
    void aPageMayReadThatItAskedTooOften() throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 3; i++) {
            answer = service.get(SHELF, "X-Forwarded-For", "203.0.113.3", "Origin", SITE);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SITE);
    }

    @Test
    void whatACallerSaysOfItselfIsNotBelievedOnlyWhatTheProxySays() throws Exception {
        assertThat(from("198.51.100.1, 203.0.113.4").statusCode()).isEqualTo(200);
        assertThat(from("198.51.100.2, 203.0.113.4, 10.1.2.3").statusCode()).isEqualTo(200);
        assertThat(from("127.0.0.1, 203.0.113.4").statusCode()).isEqualTo(429);
    }

    @Test
    void aKeyHasALimitOfItsOwnFromWhateverAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(keyed("klein", "203.0.113." + (10 + i)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = keyed("klein", "203.0.113.20");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"key\";q=3;w=60");
        assertThat(keyed("groot", "203.0.113.10").statusCode()).isEqualTo(200);
        assertThat(keyed("groot", "203.0.113.10").statusCode()).as("groot's own").isEqualTo(429);
    }

    @Test
    void makingUpTokensAndKeysIsLimitedToo() throws Exception {
        for (int status : new int[] {401, 401, 429}) {
            HttpResponse<String> answer =
                    service.get(
                            "/v1/models",
                            "X-Forwarded-For",
                            "203.0.113.5",
                            "Authorization",
                            "Bearer made-up");
            assertThat(answer.statusCode()).isEqualTo(status);
        }
        assertThat(keyed("made up", "203.0.113.5").statusCode()).isEqualTo(429);
    }

    @Test
    void healthAndWhatIsTheSameForAllAreNotCounted() throws Exception {
        for (int i = 0; i < 4; i++) {
            for (String path : new String[] {"/health", "/", "/v1/yardstick"}) {
                HttpResponse<String> answer = service.get(path, "X-Forwarded-For", "203.0.113.6");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
        }
    }

    @Test
    void whatCameTooSoonIsCountedWithoutItsAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            from("203.0.113.7");
        }
        String metrics =
                service.get("/prometheus", "Authorization", "Bearer " + TinyService.TOKEN).body();
        assertThat(metrics)
                .containsPattern("leeswijzer_access_limited_total\\{by=\"address\"\\} [1-9]")
                .doesNotContain("203.0.113");
    }

    @Test
    void whoAsksOnThisMachineIsNotLimitedAndNobodyIsBelievedUnlessSet(@TempDir Path other)
            throws Exception {
        Map<String, String> settings = Map.of("leeswijzer.limit.per-address", "1");
        try (TinyService plain = TinyService.start(other, settings)) {
            for (int i = 0; i < 3; i++) {
                assertThat(plain.get(SHELF).statusCode()).isEqualTo(200);
                assertThat(plain.get(SHELF, "X-Forwarded-For", "203.0.113.8").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> from(String address) throws Exception {
        return service.get(SHELF, "X-Forwarded-For", address);
    }

    private static HttpResponse<String> keyed(String key, String address) throws Exception {
        return service.get(SHELF, "X-Forwarded-For", address, "X-Api-Key", key);
    }
}
