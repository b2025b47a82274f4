package org.leeswijzer.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.command.Commands;
import org.leeswijzer.ingest.load.Kind;

/** What staff do for a patron, over HTTP and on the command line, of a service without a broker. */
class PrivacyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = TinyService.TOKEN;
    private static final String AN = TinyService.PATRON + 0;

    @TempDir private Path folder;
    private final Commands commands = new Commands();
    private TinyService service;

    @BeforeEach
    void start() throws IOException {
        service = TinyService.start(folder, TinyService.TOKENS);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aPatronIsToldWhatIsHeldAndNothingOnceErased() throws Exception {
        TinyService.load(
                Kind.LOANS,
                "{\"library\":\"klein\",\"patron\":\"%s\",\"item\":\"copy-7\",\"loanedAt\":\"%s\"}"
                        .formatted(AN, today()),
                service.engine());
        JsonNode held = ask("export", AN);
        LocalDate day = today().minusDays(3);
        assertThat(held.path("loans")).hasSize(6);
        JsonNode first = held.path("loans").get(0);
        assertThat(first.path("day").asText()).isEqualTo(day.toString());
        assertThat(first.path("keptUntil").asText()).isEqualTo(day.plusDays(730).toString());
        assertThat(first.path("ids").get(0).asText()).isEqualTo("r0");
        assertThat(first.path("title").asText()).isEqualTo("De avonden");
        assertThat(held.path("loans").get(4).path("ids").get(0).asText())
                .as("which no catalogue describes")
                .isEqualTo("r8");
        JsonNode parked = held.path("loans").get(5);
        assertThat(parked.path("parked").asBoolean()).isTrue();
        assertThat(parked.path("ids").get(0).asText()).isEqualTo("copy-7");
        assertThat(held.path("optedOut").asBoolean()).isFalse();
        assertThat(held.hasNonNull("forgottenUntil")).isFalse();
        assertThat(held.path("stored")).isNotEmpty();

        assertThat(ask("erase", AN).path("outcome").asText()).isEqualTo("forgotten");
        assertThat(service.engine().statistics().parkedLoans()).isZero();
        held = ask("export", AN);
        assertThat(held.path("loans")).isEmpty();
        assertThat(held.path("forgottenUntil").asText()).isEqualTo(today().plusDays(1).toString());
        assertThat(ask("export", TinyService.PATRON + 1).path("loans")).hasSize(5);
        assertThat(ask("export", "nobody").path("loans")).isEmpty();
    }

    @Test
    void whoOptsOutIsNotRememberedAndWhoIsErasedForGoodNeverAgain() throws Exception {
        assertThat(ask("opt-in", AN).path("outcome").asText()).isEqualTo("repeated");
        assertThat(ask("opt-out", AN).path("outcome").asText()).isEqualTo("forgotten");
        assertThat(ask("opt-out", "nobody yet").path("outcome").asText()).isEqualTo("heard");
        borrow(AN);
        JsonNode held = ask("export", AN);
        assertThat(held.path("loans")).isEmpty();
        assertThat(held.path("optedOut").asBoolean()).isTrue();
        assertThat(held.path("optedOutSince").asText()).startsWith(today().toString());
        assertThat(ask("opt-in", AN).path("outcome").asText()).isEqualTo("heard");
        assertThat(ask("export", AN).path("optedOut").asBoolean()).isFalse();
        assertThat(ask("erase-for-good", AN).path("outcome").asText()).isEqualTo("heard");
        assertThat(ask("export", AN).path("forGood").asBoolean()).isTrue();
        borrow(AN);
        assertThat(ask("export", AN).path("loans")).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithoutTheNumber() throws Exception {
        HttpResponse<String> unknown =
                post("erase", "{\"library\":\"kline\",\"patron\":\"%s\"}".formatted(AN));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("library is 'kline', of which no patron");
        assertThat(folder.resolve("secrets").resolve("kline.secret")).doesNotExist();
        for (String body :
                List.of(
                        "{\"library\":\"klein\",\"patron\":\"%s\\n\"}".formatted(AN),
                        "{\"library\":\"klein\",\"patron\":{\"a\":\"%s\"}}".formatted(AN),
                        "{\"library\":\"klein\",\"patron\":\"\"}",
                        "{\"library\":\"klein\"}",
                        "{\"patron\":\"%s\"}".formatted(AN),
                        "{\"library\":\"klein\",\"patron\":\"%s".formatted(AN))) {
            HttpResponse<String> response = post("erase", body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(response.body()).doesNotContain(AN);
        }
        assertThat(ask("export", AN).path("loans")).hasSize(5);
    }

    @Test
    void theCommandsDoTheSameThroughTheServiceAndOnTheStore() throws Exception {
        Path number = Files.writeString(folder.resolve("number"), AN + "\n");
        List<String> running =
                List.of(
                        "--library",
                        "klein",
                        "--patron",
                        number.toString(),
                        "--url",
                        service.address().toString(),
                        "--token-file",
                        Files.writeString(folder.resolve("token"), TOKEN).toString());
        assertThat(commands.run(running, "export", "--lang", "en")).isZero();
        assertThat(commands.out())
                .contains(
                        "What is held on you by klein", "De avonden (r0), Gerard Reve  kept until")
                .doesNotContain(AN);
        assertThat(commands.run(running, "opt-out")).isZero();
        assertThat(commands.out()).contains("What was held is gone.");

        List<String> atRest =
                List.of(
                        "--library",
                        "klein",
                        "--patron",
                        number.toString(),
                        "--folder",
                        folder.toString());
        assertThat(commands.run(atRest, "export")).isZero();
        assertThat(commands.out())
                .contains("Wat klein van u bewaart", "Er worden geen leningen bewaard.");
        service.close();
        assertThat(commands.run(atRest, "opt-in")).isZero();
        assertThat(commands.out()).contains("Nothing was held; the word is kept.");
        assertThat(commands.run(atRest, "erase", "--for-good")).isZero();
        assertThat(commands.run(atRest, "erase", "--for-good")).isZero();
        assertThat(commands.out()).contains("That was known already");
        assertThat(commands.run(atRest, "export", "--json")).isZero();
        assertThat(JSON.readTree(commands.out()).path("forGood").asBoolean()).isTrue();
    }

    @Test
    void aPrivacyOfficerIsToldWhatIsHeldAndNoSmallNumber() throws Exception {
        ask("opt-out", AN);
        JsonNode report = JSON.readTree(get("/v1/models/1/privacy").body());
        assertThat(report.path("words").path("optedOut").hasNonNull("number")).isFalse();
        assertThat(report.path("words").path("optedOut").path("fewerThan").asInt()).isEqualTo(3);
        for (int other = 1; other < 4; other++) {
            ask("opt-out", TinyService.PATRON + other);
        }
        report = JSON.readTree(get("/v1/models/1/privacy").body());
        assertThat(report.path("words").path("optedOutSince").path("number").asInt()).isEqualTo(4);
        assertThat(report.path("words").path("erasedSince").path("fewerThan").asInt()).isEqualTo(3);
        // Of all pairs only that of r4 and r5, which Els, Fien and Gijs share, has enough.
        assertThat(report.path("pairs").path("enough").hasNonNull("number")).isFalse();
        assertThat(report.path("pairs").path("withheld").path("number").asInt()).isPositive();
        assertThat(report.path("pairs").hasNonNull("share")).isFalse();
        assertThat(report.path("windows")).hasSize(2);
        assertThat(report.path("windows").get(0).path("oldestLoan").asText())
                .isEqualTo(today().minusDays(3).toString());
        assertThat(get("/v1/models/7/privacy").statusCode()).isEqualTo(404);

        List<String> atRest = List.of("--folder", folder.toString(), "--model", "1");
        assertThat(commands.run(atRest, "privacy-report", "--lang", "en")).isZero();
        assertThat(commands.out())
                .contains(
                        "klein: loans are held for 730 days",
                        "not withheld: fewer than 3",
                        "Patrons who opted out: 4",
                        "Loans by pseudonym: patron, title and day [patrons, loans");
        assertThat(commands.run(List.of("--folder", folder.toString()), "privacy-report")).isZero();
        assertThat(commands.out()).contains("minder dan 3", "Leningen onder pseudoniem");
        assertThat(commands.run(atRest, "privacy-report", "--json")).isZero();
        assertThat(JSON.readTree(commands.out()).path("version").asInt()).isEqualTo(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return service.get(path, "Authorization", "Bearer " + TOKEN);
    }

    @Test
    void aNumberGivenAsAnArgumentIsRefusedAndNotRepeated() {
        assertThat(
                        commands.run(
                                List.of("--library", "klein", "--folder", folder.toString()),
                                "erase",
                                "--patron",
                                AN))
                .isEqualTo(1);
        assertThat(commands.err())
                .contains("patron is no file that can be read: give - and the number")
                .doesNotContain(AN);
    }

    private void borrow(String patron) throws IOException {
        TinyService.load(
                Kind.LOANS,
                "{\"library\":\"klein\",\"patron\":\"%s\",\"title\":\"r0\",\"loanedAt\":\"%s\"}"
                        .formatted(patron, today()),
                service.engine());
    }

    private JsonNode ask(String what, String patron) throws Exception {
        HttpResponse<String> response =
                post(what, "{\"library\":\"klein\",\"patron\":\"%s\"}".formatted(patron));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).doesNotContain(TinyService.PATRON);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> post(String what, String body) throws Exception {
        return service.post(
                "/v1/privacy/" + what,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + TOKEN);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
