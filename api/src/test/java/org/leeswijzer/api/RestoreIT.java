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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.command.Commands;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** A backup, an erasure, and the backup again: on a real broker, nobody who was erased comes back. */
class RestoreIT {
    private static final String TOKEN = TinyService.TOKEN;
    private static final String FOLIO_LOANS = "folio.klein.circulation.loan";
    private static final String FOLIO_USERS = "folio.klein.users.users";
    private static final String FOLIO_ITEMS = "folio.klein.inventory.item";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SHELF = "/v1/titles/t0/suggestions";

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
        try (Admin admin = admin()) {
            admin.createTopics(
                            List.of(FOLIO_LOANS, FOLIO_USERS, FOLIO_ITEMS).stream()
                                    .map(
                                            name ->
                                                    new NewTopic(
                                                            name, Optional.of(1), Optional.empty()))
                                    .toList())
                    .all()
                    .get();
        }
        for (int title = 0; title < 2; title++) {
            publish(FOLIO_ITEMS, "i" + title, item("i" + title, "t" + title));
            for (int patron = 0; patron < 4; patron++) {
                publish(FOLIO_LOANS, "l", folioLoan("user" + patron, "i" + title));
                publish(Topics.LOANS, "p" + patron, loan("reader" + patron, "t" + title));
            }
        }
        serve();
        caughtUp();
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void whoWasErasedAfterTheBackupIsGoneBeforeAnythingIsServed() throws Exception {
        backUp();
        assertThat(service.engine().statistics().patrons()).isEqualTo(8);
        erase("reader0");
        // FOLIO: a loan that came before the erasure, on another topic.
        publish(FOLIO_LOANS, "l9", folioLoan("user0", "i1").replace("l-user0", "m-user0"));
        publish(FOLIO_USERS, "user0", "{\"type\":\"DELETED\",\"tenant\":\"klein\"}");
        caughtUp();
        // Whichever of the two topics was read first, once more puts it right.
        publish(FOLIO_USERS, "user0", "{\"type\":\"DELETED\",\"tenant\":\"klein\"}");
        caughtUp();
        Fingerprint erased = fingerprint();
        assertThat(service.engine().statistics().patrons()).isEqualTo(6);

        service.close();
        restore();
        assertThat(commands.out()).contains("is the store of", "once the event log is read");
        assertThat(commands.run(atRest(), "suggest", "t0")).isEqualTo(1);
        assertThat(commands.err()).contains("nothing is served until the event log is read");

        broker.close();
        serve();
        assertThat(get(SHELF).statusCode()).isEqualTo(503);
        assertThat(get(SHELF).body())
                .contains("urn:leeswijzer:problem:unavailable", "restored from a backup of");
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health").body()).contains("\"waiting\":\"restored from a backup of");

        broker = EmbeddedBroker.start(folder.resolve("broker"));
        assertThat(awaitServed()).isTrue();
        assertThat(service.engine().statistics().patrons()).isEqualTo(6);
        assertThat(fingerprint()).isEqualTo(erased);
        assertThat(get("/health").statusCode()).isEqualTo(200);

        service.close();
        serve();
        assertThat(get(SHELF).statusCode()).as("after the next start").isEqualTo(200);
    }

    @Test
    void whereTheLogNoLongerReachesBackNothingIsServedUntilSomebodyAnswersForIt() throws Exception {
        backUp();
        erase("reader0");
        caughtUp();
        service.close();
        restore();
        try (Admin admin = admin()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int partition = 0; partition < Topics.LOAN_PARTITIONS; partition++) {
                all.put(
                        new TopicPartition(Topics.LOANS, partition),
                        RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
        for (int again = 0; again < 2; again++) {
            serve();
            caughtUp();
            awaitHealth("records that came since are lost");
            assertThat(get(SHELF).statusCode()).isEqualTo(503);
            assertThat(get("/health").body()).contains("restore with --serve-at-once");
            service.close();
        }
        erase("reader0");
        restore("--serve-at-once");
        serve();
        caughtUp();
        assertThat(get(SHELF).statusCode()).isEqualTo(200);
        assertThat(service.engine().statistics().patrons()).isEqualTo(7);
    }

    @Test
    void aBackupIsMadeByARunningServiceOnlyWhereItMay() throws Exception {
        assertThat(commands.run(running(), "backup", "../elsewhere")).isEqualTo(1);
        assertThat(commands.err()).contains("folder is '../elsewhere': give one below");
        backUp();
        assertThat(commands.run(running(), "backup", "monday")).isEqualTo(1);
        assertThat(commands.err()).contains("give a folder that is not there yet");
        service.close();
        assertThat(commands.run(atRest(), "backup", folder.resolve("at-rest").toString())).isZero();
        assertThat(folder.resolve("at-rest/SHA256SUMS")).exists();
        serve();
        assertThat(commands.run(atRest(), "restore", folder.resolve("at-rest").toString()))
                .isEqualTo(1);
        assertThat(commands.err()).contains("another process writes to the store");
    }

    private void backUp() {
        assertThat(commands.run(running(), "backup", "monday")).as(commands.err()).isZero();
        assertThat(commands.out()).contains("monday holds the store of", "all checked");
    }

    private void restore(String... options) {
        List<String> command =
                new ArrayList<>(List.of("restore", folder.resolve("backups/monday").toString()));
        command.addAll(List.of(options));
        assertThat(commands.run(atRest(), command.toArray(String[]::new)))
                .as(commands.err())
                .isZero();
    }

    private void erase(String patron) throws Exception {
        for (int partition = 0; partition < Topics.LOAN_PARTITIONS; partition++) {
            publish(
                    new ProducerRecord<>(
                            Topics.LOANS,
                            partition,
                            patron,
                            "{\"library\":\"groot\",\"patron\":\"%s\",\"erased\":true}"
                                    .formatted(patron)));
        }
    }

    private void serve() {
        service =
                Service.open(
                        Map.of(
                                "leeswijzer.folder",
                                folder.toString(),
                                "leeswijzer.backups",
                                folder.resolve("backups").toString(),
                                "leeswijzer.tokens.ops",
                                SecretHash.of(TOKEN).toString(),
                                "leeswijzer.kafka.bootstrap-servers",
                                broker.bootstrapServers(),
                                "micronaut.server.port",
                                "-1"));
        address = service.listen();
    }

    private void caughtUp() throws InterruptedException {
        assertThat(service.consumer().orElseThrow().awaitCaughtUp(PATIENCE)).isTrue();
    }

    private boolean awaitServed() throws Exception {
        return await(SHELF, response -> response.statusCode() == 200);
    }

    private void awaitHealth(String text) throws Exception {
        assertThat(await("/health", response -> response.body().contains(text)))
                .as(get("/health").body())
                .isTrue();
    }

    private boolean await(String path, java.util.function.Predicate<HttpResponse<String>> wanted)
            throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!wanted.test(get(path)) && System.nanoTime() < deadline) {
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        return wanted.test(get(path));
    }

    private Fingerprint fingerprint() {
        service.engine().sweep(Progress.SILENT);
        return service.engine().fingerprint();
    }

    private List<String> atRest() {
        return List.of("--folder", folder.toString());
    }

    private List<String> running() {
        try {
            Path token = Files.writeString(folder.resolve("token"), TOKEN);
            return List.of("--url", address.toString(), "--token-file", token.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
    }

    private void publish(String topic, String key, String value) throws Exception {
        publish(new ProducerRecord<>(topic, key, value));
    }

    private void publish(ProducerRecord<String, String> record) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(record).get();
        }
    }

    private static String day() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    }

    private static String item(String item, String title) {
        return "{\"type\":\"CREATE\",\"tenant\":\"klein\",\"new\":{\"id\":\"%s\",\"instanceId\":\"%s\"}}"
                .formatted(item, title);
    }

    private static String folioLoan(String user, String item) {
        return "{\"type\":\"CREATED\",\"tenant\":\"klein\",\"data\":{\"new\":{\"id\":\"l-%1$s-%2$s\",\"userId\":\"%1$s\",\"itemId\":\"%2$s\",\"loanDate\":\"%3$s\",\"action\":\"checkedout\"}}}"
                .formatted(user, item, day());
    }

    private static String loan(String patron, String title) {
        return "{\"library\":\"groot\",\"patron\":\"%s\",\"title\":\"%s\",\"loanedAt\":\"%s\"}"
                .formatted(patron, title, day());
    }
}
