package org.leeswijzer.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.broker.Ports;

/** An issuer of tokens: real keys, real signatures, and its public keys served over HTTP as any issuer's are. */
public final class Issuer implements AutoCloseable {
    /** As its tokens have it. */
    public static final String NAME = "https://login.example.org/realms/bibliotheek";

    /** What its tokens are made out for. */
    public static final String AUDIENCE = "leeswijzer";

    private static final String PATH = "/jwks";

    private final InetSocketAddress address;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile RSAKey key;
    private @Nullable HttpServer server;

    private Issuer(InetSocketAddress address, RSAKey key) {
        this.address = address;
        this.key = key;
    }

    /** Starts one on a free port. */
    public static Issuer start() throws IOException, JOSEException {
        Issuer issuer = new Issuer(free(), newKey("first"));
        issuer.open();
        return issuer;
    }

    /** One that will be at a free port, and is not there yet. */
    public static Issuer away() throws IOException, JOSEException {
        return new Issuer(free(), newKey("first"));
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    }

    /** A key that a JWKS would name so. */
    static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    /** Is there from now on. */
    void open() throws IOException {
        HttpServer started = HttpServer.create(address, 0);
        started.createContext(
                PATH,
                exchange -> {
                    reads.incrementAndGet();
                    byte[] body = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/jwk-set+json");
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        started.start();
        server = started;
    }

    /** Signs with another key from now on. */
    void rotate(String id) throws JOSEException {
        key = newKey(id);
    }

    /** How often its keys were read. */
    int reads() {
        return reads.get();
    }

    /** What a service has to be told. */
    public Map<String, String> settings() {
        return Map.of(
                "leeswijzer.oidc.issuer",
                NAME,
                "leeswijzer.oidc.jwks-uri",
                "http://127.0.0.1:%d%s".formatted(address.getPort(), PATH),
                "leeswijzer.oidc.audience",
                AUDIENCE,
                "leeswijzer.oidc.roles-claim",
                "realm_access.roles");
    }

    /** A good token of somebody with these roles, as Keycloak makes one. */
    public String token(String... roles) throws JOSEException {
        return token(claims -> claims, roles);
    }

    /** The same with claims that are made to be something else. */
    String token(UnaryOperator<JWTClaimsSet.Builder> change, String... roles) throws JOSEException {
        return signed(change.apply(claims(Instant.now(), roles)).build(), key);
    }

    /** What a token says that was made at that moment. */
    static JWTClaimsSet.Builder claims(Instant now, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .subject("a3f1")
                .audience(List.of("account", AUDIENCE))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    /** Signed by that key. */
    static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
                        claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    /** Signed by nobody. */
    String unsigned(String... roles) {
        return new PlainJWT(claims(Instant.now(), roles).build()).serialize();
    }

    /** Signed with the public key, as if that were a secret that both know. */
    String signedWithPublicKey(String... roles) throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                        claims(Instant.now(), roles).build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    /** Goes away; what it signed stays good. */
    @Override
    public void close() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }
}
