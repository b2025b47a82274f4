package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.command.Commands;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.broker.Ports;

/** The service and the import on a broker that asks for a password, by a file of settings as the README has it. */
class SecuredServiceIT {
    private static final String USER = "leeswijzer";
    private static final String PASSWORD = "right-4711-geheim";
    private static final String WRONG = "wrong-0815-geheim";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Commands commands = new Commands();
    private EmbeddedBroker broker;
    private String secured;

    @BeforeEach
    void start() throws Exception {
        secured = "127.0.0.1:" + Ports.free();
        broker =
                EmbeddedBroker.start(
                        folder.resolve("broker"),
                        Map.of(
                                "listeners",
                                "SASL_PLAINTEXT://" + secured,
                                "advertised.listeners",
                                "SASL_PLAINTEXT://" + secured,
                                "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT",
                                "inter.broker.listener.name",
                                "PLAINTEXT",
                                "sasl.enabled.mechanisms",
                                "SCRAM-SHA-512",
                                "listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
        setPassword(PASSWORD);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void settingsAloneConnectServiceAndImport() throws Exception {
        importLoan(PASSWORD);
        assertThat(commands.err()).isEmpty();
        assertThat(commands.out()).contains("1 lines read, 1 published, 0 bad");
        try (Service service = serve(PASSWORD)) {
            assertThat(service.consumer().orElseThrow().awaitCaughtUp(PATIENCE)).isTrue();
            assertThat(service.engine().statistics().loans()).isEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheServiceServesAndRecovers() throws Exception {
        importLoan(WRONG);
        assertThat(commands.err())
                .contains("leeswijzer.kafka.properties.sasl.jaas.config")
                .doesNotContain("geheim");
        try (Service service = serve(WRONG)) {
            URI address = service.listen();
            HttpResponse<String> health = await(address, "\"state\":\"refused\"");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("leeswijzer.kafka.properties.sasl.jaas.config")
                    .doesNotContain("geheim");
            assertThat(get(address, "/v1/titles?q=max").statusCode()).isEqualTo(200);
            setPassword(WRONG);
            assertThat(await(address, "\"state\":\"reading\"").statusCode()).isEqualTo(200);

            // One that has read serves on, and no load balancer takes it away.
            broker.close();
            assertThat(await(address, "\"state\":\"failing\"").statusCode()).isEqualTo(200);
        }
    }

    private void importLoan(String password) throws Exception {
        Path loans = folder.resolve("loans.jsonl");
        Files.writeString(
                loans,
                "{\"library\":\"zwolle\",\"patron\":\"p\",\"title\":\"t\",\"loanedAt\":\"%s\"}\n"
                        .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)));
        commands.run(
                List.of("--config", config(password).toString()),
                "import",
                "loans",
                loans.toString());
    }

    private Service serve(String password) throws Exception {
        return Service.open(
                Map.of(Service.CONFIG, config(password).toString(), "micronaut.server.port", "-1"));
    }

    private Path config(String password) throws Exception {
        return Files.writeString(
                folder.resolve("leeswijzer.properties"),
                """
                leeswijzer.folder=%s
                leeswijzer.kafka.bootstrap-servers=%s
                leeswijzer.kafka.properties.security.protocol=SASL_PLAINTEXT
                leeswijzer.kafka.properties.sasl.mechanism=SCRAM-SHA-512
                leeswijzer.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";
                """
                        .formatted(folder, secured, USER, password));
    }

    private HttpResponse<String> await(URI address, String text) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        HttpResponse<String> health = get(address, "/health");
        while (!health.body().contains(text) && System.nanoTime() < deadline) {
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
            health = get(address, "/health");
        }
        assertThat(health.body()).contains(text);
        return health;
    }

    private HttpResponse<String> get(URI address, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void setPassword(String password) throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.alterUserScramCredentials(
                            List.of(
                                    new UserScramCredentialUpsertion(
                                            USER,
                                            new ScramCredentialInfo(
                                                    ScramMechanism.SCRAM_SHA_512, 4096),
                                            password)))
                    .all()
                    .get();
        }
    }
}
