package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.service.SecretHash;

/** Suggestions for a patron who has logged in, with and without their consent. */
class PatronSuggestionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "key of klein";

    @TempDir private Path folder;
    private TinyService service;

    @BeforeEach
    void start() throws Exception {
        Map<String, String> settings = new HashMap<>(TinyService.TOKENS);
        settings.put("leeswijzer.libraries.klein.keys", SecretHash.of(KEY).toString());
        service = TinyService.start(folder, settings);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whoConsentsIsSuggestedForAndNothingTheyBorrowedIsAmongIt() throws Exception {
        assertThat(say("consent", 5).path("outcome").asText()).isEqualTo("heard");
        HttpResponse<String> answer = ask(5, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.path("library").asText()).isEqualTo("klein");
        assertThat(json.path("suggestions").findValuesAsText("id"))
                .as("they borrowed r3, r4 and r5")
                .isNotEmpty()
                .doesNotContain("r3", "r4", "r5");
        assertThat(answer.body()).doesNotContain(TinyService.PATRON);
    }

    @Test
    void withoutConsentNothingIsToldNotEvenThatThereIsSuchAPatron() throws Exception {
        HttpResponse<String> known = ask(5, "");
        HttpResponse<String> unknown = ask(99, "");
        assertThat(known.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(known.body()).path("type").asText()).endsWith("no-consent");
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void whoTakesItBackIsErasedOrOptsOutIsNotSuggestedForAnyMore() throws Exception {
        for (String word :
                List.of(
                        "/v1/patrons/withdraw-consent",
                        "/v1/privacy/erase",
                        "/v1/privacy/opt-out")) {
            say("consent", 0);
            assertThat(ask(0, "").statusCode()).isEqualTo(200);
            assertThat(
                            post(word, patron(0), "Authorization", "Bearer " + TinyService.TOKEN)
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(ask(0, "").statusCode()).as(word).isEqualTo(403);
        }
    }

    @Test
    void theConsentIsAmongWhatIsToldToThePatron() throws Exception {
        say("consent", 5);
        JsonNode held =
                JSON.readTree(
                        post(
                                        "/v1/privacy/export",
                                        patron(5),
                                        "Authorization",
                                        "Bearer " + TinyService.TOKEN)
                                .body());
        assertThat(held.path("consent").asBoolean()).isTrue();
        assertThat(held.path("consentSince").asText()).isNotBlank();
        assertThat(held.path("loans")).hasSize(3);
    }

    @Test
    void aKeySpeaksForItsOwnLibraryAlone() throws Exception {
        HttpResponse<String> other =
                post(
                        "/v1/patrons/consent",
                        "{\"library\":\"groot\",\"patron\":\"" + TinyService.PATRON + "8\"}",
                        "X-Api-Key",
                        KEY);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(other.body()).path("detail").asText())
                .isEqualTo("library is not that of the key: give klein, or leave it out");
    }

    @Test
    void whatIsAskedForIsHeldAgainstItsBounds() throws Exception {
        say("consent", 5);
        for (String more :
                List.of(
                        ",\"limit\":0",
                        ",\"limit\":101",
                        ",\"mode\":\"wild\"",
                        ",\"available\":\"true\"")) {
            assertThat(ask(5, more).statusCode()).as(more).isEqualTo(400);
        }
        HttpResponse<String> none = post("/v1/patrons/suggestions", "{}", "X-Api-Key", KEY);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("patron is no number of a patron");
    }

    @Test
    void whatThePatronDeclinedAsAReaderIsSuggestedNoMore() throws Exception {
        String reader = "6f0c2a9d41b7e3580c9f6a1d2b7e4c38";
        say("consent", 5);
        JsonNode first = JSON.readTree(ask(5, "").body()).path("suggestions").path(0);
        String said =
                "{\"traceId\":\"%s\",\"kind\":\"notForMe\",\"reader\":\"%s\"}"
                        .formatted(first.path("traceId").asText(), reader);
        assertThat(service.post("/v1/feedback", said).statusCode()).isEqualTo(204);
        String id = "\"id\":" + first.path("id");
        assertThat(ask(5, "").body()).contains(id);
        assertThat(ask(5, ",\"reader\":\"" + reader + "\"").body())
                .contains("\"suggestions\":")
                .doesNotContain(id);
        assertThat(ask(5, ",\"reader\":\"4711\"").statusCode()).isEqualTo(400);
    }

    @Test
    void aPageOfAnotherSiteMayNotAsk() throws Exception {
        HttpResponse<String> answer =
                post(
                        "/v1/patrons/suggestions",
                        patron(5),
                        "X-Api-Key",
                        KEY,
                        "Origin",
                        "https://klein.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private JsonNode say(String word, int patron) throws Exception {
        HttpResponse<String> answer = post("/v1/patrons/" + word, patron(patron), "X-Api-Key", KEY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(int patron, String more) throws Exception {
        String body = patron(patron).replace("}", more + "}");
        return post("/v1/patrons/suggestions", body, "X-Api-Key", KEY);
    }

    private static String patron(int patron) {
        return "{\"library\":\"klein\",\"patron\":\"%s%d\"}".formatted(TinyService.PATRON, patron);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws Exception {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return service.post(path, body, all);
    }
}
