package org.leeswijzer.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** What a reader says over HTTP is heard in the next answer, after a restart, and by a replica that reads the event log. */
class FeedbackIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READER = "0123456789abcdef0123456789abcdef";
    private static final String SHELF = "/v1/titles/t0/suggestions";
    private static final int TITLES = 3;

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Service> services = new ArrayList<>();
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        Topics.create(broker.bootstrapServers());
        try (KafkaProducer<String, String> producer = producer()) {
            for (int title = 0; title < TITLES; title++) {
                producer.send(new ProducerRecord<>(Topics.TITLES, "t" + title, title(title))).get();
                for (int patron = 0; patron < 4; patron++) {
                    producer.send(
                                    new ProducerRecord<>(
                                            Topics.LOANS, "p" + patron, loan(patron, title)))
                            .get();
                }
            }
        }
    }

    @AfterEach
    void stop() {
        services.forEach(Service::close);
        broker.close();
    }

    @Test
    void itIsHeardAtOnceAndAfterARestartAndByAReplica() throws Exception {
        URI one = serve("one");
        JsonNode suggested = ask(one, SHELF, null).at("/suggestions/0");
        String id = suggested.path("id").asText();
        String trace = suggested.path("traceId").asText();
        assertThat(say(one, trace, "click", null)).isEqualTo(204);
        assertThat(say(one, trace, "notForMe", READER)).isEqualTo(204);
        assertThat(ids(ask(one, SHELF, READER))).hasSize(TITLES - 2).doesNotContain(id);
        assertThat(ids(ask(one, SHELF, null))).hasSize(TITLES - 1).contains(id);

        caughtUp(services.get(0));
        services.remove(0).close();
        one = serve("one");
        assertThat(ids(ask(one, SHELF, READER))).as("after a restart").doesNotContain(id);

        copySecret("one", "two");
        URI two = serve("two");
        assertThat(ids(ask(two, SHELF, READER))).as("at a replica").doesNotContain(id);
        assertThat(ask(two, SHELF, null).at("/suggestions/0/traceId").asText()).isEqualTo(trace);
        assertThat(say(two, trace, "good", READER)).isEqualTo(204);
        assertThat(ids(ask(two, SHELF, READER))).contains(id);
        caughtUp(services.get(0));
        assertThat(ids(ask(one, SHELF, READER))).as("at the first").contains(id);
    }

    @Test
    void whileTheBrokerIsAwayNothingIsTakenAndNobodyWaitsForLong() throws Exception {
        URI one = serve("one");
        JsonNode suggested = ask(one, SHELF, null).at("/suggestions/0");
        broker.close();
        long start = System.nanoTime();
        assertThat(say(one, suggested.path("traceId").asText(), "notForMe", READER)).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(ids(ask(one, SHELF, READER))).contains(suggested.path("id").asText());
        broker = EmbeddedBroker.start(folder.resolve("broker"));
    }

    private URI serve(String name) throws Exception {
        Service service =
                Service.open(
                        Map.of(
                                "leeswijzer.folder",
                                folder.resolve(name).toString(),
                                "leeswijzer.kafka.bootstrap-servers",
                                broker.bootstrapServers(),
                                "micronaut.server.port",
                                "-1"));
        services.add(service);
        caughtUp(service);
        service.engine().retrain(Progress.SILENT);
        return service.listen();
    }

    private static void caughtUp(Service service) throws InterruptedException {
        assertThat(service.consumer().orElseThrow().awaitCaughtUp(PATIENCE)).isTrue();
    }

    private void copySecret(String from, String to) throws Exception {
        Path secrets = Files.createDirectories(folder.resolve(to).resolve("secrets"));
        for (String name : List.of("feedback.key", "klein.secret")) {
            Files.copy(
                    folder.resolve(from).resolve("secrets").resolve(name), secrets.resolve(name));
        }
    }

    private int say(URI service, String trace, String kind, String reader) throws Exception {
        var said = JSON.createObjectNode().put("traceId", trace).put("kind", kind);
        if (reader != null) {
            said.put("reader", reader);
        }
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/v1/feedback"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(said.toString()))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private JsonNode ask(URI service, String path, String reader) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (reader != null) {
            request.header("X-Reader", reader);
        }
        return JSON.readTree(
                client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("suggestions").findValuesAsText("id");
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String title(int title) {
        return "{\"library\":\"klein\",\"id\":\"t%1$d\",\"title\":\"Title %1$d\",\"authors\":[\"Author %1$d\"]}"
                .formatted(title);
    }

    private static String loan(int patron, int title) {
        return "{\"library\":\"klein\",\"patron\":\"p%d\",\"title\":\"t%d\",\"loanedAt\":\"%s\"}"
                .formatted(patron, title, LocalDate.now(ZoneOffset.UTC).minusDays(2));
    }
}
