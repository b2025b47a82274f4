package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
 * A Keycloak of its own process, which the build brings: an issuer as libraries have one. Of its realm Anna and Mila are staff, Priya is a
 * privacy officer, and Bram nothing. Its access tokens are over after a second, and taken for a minute. What it keeps is in memory.
 */
public final class Keycloak implements AutoCloseable {
    public static final String ANNA = "anna";
    public static final String MILA = "mila";
    public static final String PRIYA = "priya";
    public static final String BRAM = "bram";

    /** Of all of them. */
    public static final String PASSWORD = "not a secret";

    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final String CLIENT = "leeswijzer-console";
    private static final String SECRET = "a secret: of ours";
    private static final String REALM =
            """
            {"realm": "library", "enabled": true, "sslRequired": "none",
             "roles": {"realm": [{"name": "leeswijzer-staff"}, {"name": "leeswijzer-privacy"}]},
             "users": [%s, %s, %s, %s],
             "clients": [{"clientId": "%s", "secret": "%s", "redirectUris": ["%s"], "directAccessGrantsEnabled": true,
               "attributes": {"pkce.code.challenge.method": "S256", "access.token.lifespan": "1"},
               "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                 "protocolMapper": "oidc-audience-mapper",
                 "config": {"included.custom.audience": "leeswijzer", "access.token.claim": "true"}}]}]}
            """;
    private static final String USER =
            """
            {"username": "%s", "enabled": true, "email": "%1$s@example.org", "emailVerified": true,
             "firstName": "%1$s", "lastName": "Bijns", "realmRoles": [%s],
             "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""";
    private static final String ADMIN = "admin";
    private static final String TOKENS = "/protocol/openid-connect/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final String address;
    private final String issuer;
    private final String callback;
    private final HttpClient client = HttpClient.newHttpClient();

    private Keycloak(Process process, String address, String callback) {
        this.process = process;
        this.address = address;
        issuer = address + "/realms/library";
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
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        Process process = builder.start();
        awaitStart(process);
        return new Keycloak(process, address, callback);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static String realm(String callback) {
        return REALM.formatted(
                USER.formatted(ANNA, "\"leeswijzer-staff\"", PASSWORD),
                USER.formatted(MILA, "\"leeswijzer-staff\"", PASSWORD),
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
                issuer + TOKENS,
                "leeswijzer.oidc.login.client-id",
                CLIENT,
                "leeswijzer.oidc.login.client-secret",
                SECRET,
                "leeswijzer.oidc.login.callback-uri",
                callback);
    }

    /** An access token of one of them. */
    public String token(String user) throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (CLIENT + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        return token(
                HttpRequest.newBuilder(URI.create(issuer + TOKENS))
                        .header("Authorization", "Basic " + basic),
                "grant_type=password&scope=openid&username=%s&password=%s"
                        .formatted(user, encoded(PASSWORD)));
    }

    private String token(HttpRequest.Builder request, String grant)
            throws IOException, InterruptedException {
        return ask(request.header("Content-Type", FORM).POST(BodyPublishers.ofString(grant)))
                .path("access_token")
                .asText();
    }

    /** Takes from somebody, as its administrator, the roles that this realm gives. */
    public void withdrawRoles(String user) throws IOException, InterruptedException {
        String token =
                token(
                        HttpRequest.newBuilder(URI.create(address + "/realms/master" + TOKENS)),
                        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                                .formatted(ADMIN, encoded(PASSWORD)));
        String bearer = "Bearer " + token;
        String users = address + "/admin/realms/library/users";
        String id =
                ask(request(users + "?exact=true&username=" + user, bearer)).at("/0/id").asText();
        String mapped = users + "/" + id + "/role-mappings/realm";
        JsonNode roles = ask(request(mapped, bearer));
        assertThat(roles).as("roles of " + user).isNotEmpty();
        var unused =
                ask(
                        request(mapped, bearer)
                                .header("Content-Type", "application/json")
                                .method("DELETE", BodyPublishers.ofString(roles.toString())));
    }

    private static HttpRequest.Builder request(String address, String bearer) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", bearer);
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
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
