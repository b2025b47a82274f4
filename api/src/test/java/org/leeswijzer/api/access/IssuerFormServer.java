package org.leeswijzer.api.access;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The form of an issuer, and where its codes become tokens, as RFC 6749 and RFC 7636 have them: a code is good once, for the client,
 * the address and the proof key that it was asked for with. Its one button lets in whoever presses it. Refresh tokens are good once too.
 */
public final class IssuerFormServer implements AutoCloseable {
    private static final String CLIENT = "leeswijzer-console";
    private static final String SECRET = "a secret: of ours";

    private final Issuer issuer;
    private final HttpServer server;
    private final String callback;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private volatile List<String> roles;
    private volatile Duration lifetime = Duration.ofMinutes(5);
    private volatile boolean isAway;

    private IssuerFormServer(
            Issuer issuer, HttpServer server, String callback, List<String> roles) {
        this.issuer = issuer;
        this.server = server;
        this.callback = callback;
        this.roles = roles;
    }

    /**
     * Starts it.
     *
     * @param callback where it sends browsers back, and nowhere else
     * @param roles of whoever logs in
     */
    public static IssuerFormServer start(Issuer issuer, String callback, String... roles)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        IssuerFormServer form = new IssuerFormServer(issuer, server, callback, List.of(roles));
        server.createContext("/form", form::form);
        server.createContext("/yes", form::yes);
        server.createContext("/token", form::token);
        server.start();
        return form;
    }

    /** From now on; of what was renewed too. */
    public void setRoles(String... now) {
        roles = List.of(now);
    }

    /** Of the access tokens that it gives from now on, from the moment when it gives them. */
    public void setLifetime(Duration now) {
        lifetime = now;
    }

    /** Has it answer nobody's question for tokens, as in an outage of what is behind it. */
    public void setAway(boolean now) {
        isAway = now;
    }

    /** Ends what it gave. */
    public void forgetRefreshTokens() {
        refreshTokens.clear();
    }

    /** What a service has to be told, which sees the issuer as another site than itself. */
    public Map<String, String> settings() {
        String address = "http://localhost:" + server.getAddress().getPort();
        Map<String, String> settings = new HashMap<>(issuer.settings());
        settings.put("leeswijzer.oidc.login.authorization-uri", address + "/form?tenant=1");
        settings.put("leeswijzer.oidc.login.token-uri", address + "/token");
        settings.put("leeswijzer.oidc.login.client-id", CLIENT);
        settings.put("leeswijzer.oidc.login.client-secret", SECRET);
        settings.put("leeswijzer.oidc.login.callback-uri", callback);
        return settings;
    }

    private void form(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        boolean isGood =
                CLIENT.equals(asked.get("client_id"))
                        && callback.equals(asked.get("redirect_uri"))
                        && "code".equals(asked.get("response_type"))
                        && "S256".equals(asked.get("code_challenge_method"))
                        && "openid".equals(asked.get("scope"))
                        && "1".equals(asked.get("tenant"));
        String page =
                "<!DOCTYPE html><html lang=en><title>Log in</title><a href=\"/yes?%s\">I am Anna</a>"
                        .formatted(exchange.getRequestURI().getRawQuery().replace("&", "&amp;"));
        answer(exchange, isGood ? 200 : 400, "text/html", isGood ? page : asked.toString());
    }

    private void yes(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        "%s?state=%s&code=%s&session_state=1"
                                .formatted(callback, encoded(asked.get("state")), code));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        if (isAway) {
            answer(exchange, 502, "text/html", "<h1>Bad gateway</h1>");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> sent = fields(body);
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (encoded(CLIENT) + ":" + encoded(SECRET))
                                        .getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        if (!isGood(sent)) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.add(refreshToken);
        answer(
                exchange,
                200,
                "application/json",
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\"%s\"}"
                        .formatted(token(), refreshToken));
    }

    private boolean isGood(Map<String, String> sent) {
        if ("refresh_token".equals(sent.get("grant_type"))) {
            return refreshTokens.remove(sent.getOrDefault("refresh_token", ""));
        }
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        return asked != null
                && "authorization_code".equals(sent.get("grant_type"))
                && callback.equals(sent.get("redirect_uri"))
                && challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"));
    }

    private String token() {
        try {
            return issuer.token(
                    claims ->
                            claims.claim("preferred_username", "anna@example.org")
                                    .expirationTime(Date.from(Instant.now().plus(lifetime))),
                    roles.toArray(String[]::new));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What an address or a form says, by name. */
    public static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> decoded(pair[0]),
                                pair -> decoded(pair[1]),
                                (first, second) -> second,
                                TreeMap::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Its address without what a service asks. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
