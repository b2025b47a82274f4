package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.command.Commands;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** What ops do with the event log of a real broker: watch it, have it read again, and mend what could not be read. */
class LogCommandsIT {
    private static final String TOKEN = TinyService.TOKEN;
    private static final String PATRON = "P-4711-0815-2342";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Commands commands = new Commands();
    private EmbeddedBroker broker;
    private Service service;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        Topics.create(broker.bootstrapServers());
        for (int i = 0; i < 12; i++) {
            publish(loan("l" + i, "t" + i % 4));
        }
        publish(loan("bad", "").replace("\"title\":\"\"", "\"titel\":\"t1\""));
        serve();
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void theLogIsReadAgainByAServiceThatRunsAndByOneThatIsStarted() throws Exception {
        Fingerprint before = fingerprint();
        List<String> running = running();
        assertThat(commands.run(running, "replay", "--from-offset", "leeswijzer.loans-0=4"))
                .isZero();
        assertThat(commands.out())
                .isEqualToIgnoringNewLines("leeswijzer.loans-0 is read again from 4 to 12");
        caughtUp();
        assertThat(consumer().status().recordsRead()).isEqualTo(13 + 9);
        assertThat(fingerprint()).isEqualTo(before);

        assertThat(commands.run(running, "replay", "--from-offset", "leeswijzer.loans-0=40"))
                .isEqualTo(1);
        assertThat(commands.err()).contains("is 40, which is not read yet: give at most 13");
        assertThat(commands.run(running, "replay", "--from-time", "yesterday")).isEqualTo(1);
        assertThat(commands.err()).contains("time is 'yesterday': give it as 2026-03-01");

        service.close();
        assertThat(commands.run(atRest(), "replay", "--from-time", "2020-01-01")).isZero();
        assertThat(commands.out()).contains("leeswijzer.loans-0 is read again from 0 to 12");
        serve();
        assertThat(consumer().status().recordsRead()).isEqualTo(13);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void whatCouldNotBeReadIsListedShownWithoutItsPatronAndRedriven() throws Exception {
        assertThat(commands.run(atRest(), "dead-letters", "list")).isZero();
        assertThat(commands.out())
                .contains("     1  leeswijzer.loans  title is missing")
                .contains("  leeswijzer.loans-0=12  title is missing");
        assertThat(commands.run(atRest(), "dead-letters", "show", "leeswijzer.loans-0=12"))
                .isZero();
        assertThat(commands.out())
                .contains("  titel text of 2 a9", "  patron text of 16 A-9999-9999-9999")
                .doesNotContain(PATRON);
        assertThat(commands.run(atRest(), "dead-letters", "redrive", "--all")).isEqualTo(3);
        assertThat(commands.out())
                .contains("leeswijzer.loans-0=12 stays: title is missing", "0 done with, 1 stay");

        // A letter of a record that is readable, as after an update.
        publish(
                Topics.DEAD_LETTERS,
                "{\"topic\":\"leeswijzer.loans\",\"partition\":0,\"offset\":3,\"reason\":\"r\"}");
        assertThat(commands.run(atRest(), "dead-letters", "redrive", "leeswijzer.loans-0=3"))
                .isZero();
        assertThat(commands.out()).contains("1 done with, 0 stay");
        assertThat(commands.run(atRest(), "dead-letters", "list")).isZero();
        assertThat(commands.out()).doesNotContain("leeswijzer.loans-0=3 ");
        caughtUp();
        assertThat(service.engine().statistics().loans()).isEqualTo(12);
        assertThat(commands.run(atRest(), "dead-letters", "show", "leeswijzer.loans-0=3"))
                .isEqualTo(1);
        assertThat(commands.err()).contains("has no open letter: give one that list shows");
    }

    @Test
    void aPatronsWordReachesTheStoreAtOnceAndEveryPartitionOfTheLog() throws Exception {
        List<String> running = Stream.concat(whom().stream(), running().stream()).toList();
        assertThat(commands.run(running, "opt-out")).isZero();
        assertThat(commands.out())
                .contains("What was held is gone here, and who reads the event log");
        assertThat(service.engine().statistics().loans()).isZero();
        caughtUp();
        long partitions = consumer().status().recordsRead() - 13;
        assertThat(partitions).isGreaterThan(1);
        assertThat(consumer().status().receipt().count(Outcome.REPEATED)).isEqualTo(partitions);

        // While the service runs, without asking it: in the log, where it hears of it.
        List<String> log = Stream.concat(whom().stream(), atRest().stream()).toList();
        assertThat(commands.run(log, "erase", "--for-good")).isZero();
        assertThat(commands.out()).contains("Published: every service that reads the event log");
        caughtUp();
        publish(loan("later", "t1"));
        caughtUp();
        assertThat(service.engine().statistics().loans()).isZero();
        assertThat(commands.run(log, "export", "--lang", "en")).isZero();
        assertThat(commands.out()).contains("You opted out on", "You were erased for good");

        // A store that reads all of it anew ends the same.
        service.close();
        Files.move(folder.resolve("store"), folder.resolve("old"));
        serve();
        assertThat(service.engine().statistics().loans()).isZero();
    }

    @Test
    void whileTheLogIsAwayAPatronsWordHoldsInTheStoreAndADecisionIsRefused() throws Exception {
        for (String title : List.of("t0", "t1")) {
            publish(
                    Topics.TITLES,
                    "{\"library\":\"zwolle\",\"id\":\"%1$s\",\"title\":\"Title %1$s\"}"
                            .formatted(title));
        }
        service.close();
        serve(
                Map.of(
                        "leeswijzer.kafka.properties.request.timeout.ms", "2000",
                        "leeswijzer.kafka.properties.default.api.timeout.ms", "2000"));
        broker.close();
        List<String> running = Stream.concat(whom().stream(), running().stream()).toList();
        assertThat(commands.run(running, "opt-out")).isEqualTo(1);
        assertThat(commands.err())
                .contains("the word holds here, but the event log is away", "say it again when");
        assertThat(service.engine().statistics().loans()).isZero();
        assertThat(
                        commands.run(
                                running(),
                                "works",
                                "merge",
                                "zwolle/t0",
                                "zwolle/t1",
                                "--reason",
                                "one novel"))
                .isEqualTo(1);
        assertThat(commands.err()).contains("the event log is away: try again when it is back");
        assertThat(service.engine().workDesk().decisions()).isEmpty();
    }

    @Test
    void healthAndMetricsTellHowReadingGoes() throws Exception {
        assertThat(get("/health"))
                .contains("\"recordsRead\":13", "\"deadLetters\":1", "\"state\":\"reading\"");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        String lag = "leeswijzer_log_partition_lag{partition=\"0\",topic=\"leeswijzer.loans\"";
        while (!get("/prometheus").contains(lag) && System.nanoTime() < deadline) {
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(get("/prometheus"))
                .contains(lag)
                .contains(
                        Files.readAllLines(Path.of("..", "README.md")).stream()
                                .filter(line -> line.startsWith("| `leeswijzer_"))
                                .map(line -> line.split("`", 3)[1].replaceAll("\\{.*", ""))
                                .toList());
    }

    private void serve() throws Exception {
        serve(Map.of());
    }

    private void serve(Map<String, Object> further) throws Exception {
        Map<String, Object> properties = new HashMap<>(TinyService.TOKENS);
        properties.putAll(further);
        properties.put("leeswijzer.folder", folder.toString());
        properties.put("leeswijzer.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("micronaut.server.port", "-1");
        service = Service.open(properties);
        address = service.listen();
        caughtUp();
    }

    private List<String> whom() throws IOException {
        Path number = Files.writeString(folder.resolve("number"), PATRON);
        return List.of("--library", "zwolle", "--patron", number.toString());
    }

    private List<String> running() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        return List.of("--url", address.toString(), "--token-file", token.toString());
    }

    private List<String> atRest() {
        return List.of(
                "--folder", folder.toString(), "--bootstrap-servers", broker.bootstrapServers());
    }

    private LoanConsumer consumer() {
        return service.consumer().orElseThrow();
    }

    private void caughtUp() throws InterruptedException {
        assertThat(consumer().awaitCaughtUp(PATIENCE)).as("%s", consumer().status()).isTrue();
    }

    private Fingerprint fingerprint() {
        service.engine().sweep(Progress.SILENT);
        return service.engine().fingerprint();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private void publish(String line) throws Exception {
        publish(Topics.LOANS, line);
    }

    private void publish(String topic, String line) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, line)).get();
        }
    }

    private static String loan(String id, String title) {
        return "{\"library\":\"zwolle\",\"loanId\":\"%s\",\"patron\":\"%s\",\"title\":\"%s\",\"loanedAt\":\"%s\"}"
                .formatted(id, PATRON, title, LocalDate.now(ZoneOffset.UTC).minusDays(2));
    }
}
