package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.leeswijzer.ingest.broker.Ports;

/**
 * A Keycloak of its own process, which the build brings: an issuer as libraries have one. Of its realm Anna is staff, Priya a privacy
 * officer, and Bram neither. What it keeps is in memory.
 */
public final class Keycloak implements AutoCloseable {
    public static final String ANNA = "anna";
    public static final String PRIYA = "priya";
    public static final String BRAM = "bram";

    /** Of all three. */
    public static final String PASSWORD = "not a secret";

    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final String CLIENT = "leeswijzer-console";
    private static final String SECRET = "a secret: of ours";
    private static final String REALM =
            """
            {"realm": "library", "enabled": true, "sslRequired": "none",
             "roles": {"realm": [{"name": "leeswijzer-staff"}, {"name": "leeswijzer-privacy"}]},
             "users": [%s, %s, %s],
             "clients": [{"clientId": "%s", "secret": "%s", "redirectUris": ["%s"], "directAccessGrantsEnabled": true,
               "attributes": {"pkce.code.challenge.method": "S256"},
               "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                 "protocolMapper": "oidc-audience-mapper",
                 "config": {"included.custom.audience": "leeswijzer", "access.token.claim": "true"}}]}]}
            """;
    private static final String USER =
            """
            {"username": "%s", "enabled": true, "email": "%1$s@example.org", "emailVerified": true,
             "firstName": "%1$s", "lastName": "Bijns", "realmRoles": [%s],
             "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""";
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final String issuer;
    private final String callback;

    private Keycloak(Process process, String issuer, String callback) {
        this.process = process;
        this.issuer = issuer;
        this.callback = callback;
    }

    /**
     * Starts it, and waits until it is there.
     *
     * @param callback where it sends browsers back, and nowhere else
     */
    public static Keycloak start(String callback) throws IOException {
        assertThat(FOLDER)
                .as("the build brings it: ./mvnw -pl api pre-integration-test")
                .isDirectory();
        Path home = only(FOLDER);
        Path realm = home.resolve("data").resolve("import").resolve("library-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, realm(callback));
        int port = Ports.free();
        // Another site than the service's, which is at 127.0.0.1.
        String address = "http://localhost:" + port;
        ProcessBuilder builder =
                new ProcessBuilder(
                                "bash",
                                home.resolve("bin").resolve("kc.sh").toString(),
                                "start-dev",
                                "--import-realm",
                                "--db=dev-mem",
                                "--cache=local",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--hostname=" + address)
                        .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        Process process = builder.start();
        awaitStart(process);
        return new Keycloak(process, address + "/realms/library", callback);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static String realm(String callback) {
        return REALM.formatted(
                USER.formatted(ANNA, "\"leeswijzer-staff\"", PASSWORD),
                USER.formatted(PRIYA, "\"leeswijzer-privacy\"", PASSWORD),
                USER.formatted(BRAM, "", PASSWORD),
                CLIENT,
                SECRET,
                callback);
    }

    private static void awaitStart(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.contains("Listening on:")) {
            said.add(line);
            line = output.readLine();
        }
        assertThat(line).as("it ended, having said:%n%s", String.join("\n", said)).isNotNull();
        Thread drain = new Thread(() -> output.lines().forEach(each -> {}), "keycloak-output");
        drain.setDaemon(true);
        drain.start();
    }

    /** What a service has to be told, as the README has it. */
    public Map<String, String> settings() {
        String protocol = issuer + "/protocol/openid-connect";
        return Map.of(
                "leeswijzer.oidc.issuer",
                issuer,
                "leeswijzer.oidc.jwks-uri",
                protocol + "/certs",
                "leeswijzer.oidc.audience",
                "leeswijzer",
                "leeswijzer.oidc.roles-claim",
                "realm_access.roles",
                "leeswijzer.oidc.login.authorization-uri",
                protocol + "/auth",
                "leeswijzer.oidc.login.token-uri",
                protocol + "/token",
                "leeswijzer.oidc.login.client-id",
                CLIENT,
                "leeswijzer.oidc.login.client-secret",
                SECRET,
                "leeswijzer.oidc.login.callback-uri",
                callback);
    }

    /** An access token of one of the three. */
    public String token(String user) throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (CLIENT + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        issuer + "/protocol/openid-connect/token"))
                                        .header("Authorization", "Basic " + basic)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "grant_type=password&scope=openid&username=%s&password=%s"
                                                                .formatted(
                                                                        user, encoded(PASSWORD))))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The script's own process, and what it has started. */
    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
