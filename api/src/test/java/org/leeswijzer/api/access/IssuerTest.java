package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** Tokens of an issuer that is reached over HTTP: good ones, all that is wrong with others, and what it does to us. */
class IssuerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAFF = "leeswijzer-staff";
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    @TempDir private static Path folder;
    private static Issuer issuer;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start();
        service = TinyService.start(folder, issuer.settings());
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void aGoodTokenOpensWhatItsRolesOpen() throws Exception {
        HttpResponse<String> answer = models(issuer.token("other", STAFF));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(
                        service.get("/prometheus", "Authorization", "Bearer " + issuer.token(STAFF))
                                .statusCode())
                .isEqualTo(403);
        int reads = issuer.reads();
        assertThat(models(issuer.token(STAFF)).statusCode()).isEqualTo(200);
        assertThat(issuer.reads()).as("its keys are not read for each request").isEqualTo(reads);
    }

    @Test
    void aTokenWithAnythingWrongOpensNothingAndIsNotQuoted() throws Exception {
        RSAKey another = Issuer.newKey("first");
        Date past = Date.from(Instant.now().minus(LONG_AGO));
        Date future = Date.from(Instant.now().plus(LONG_AGO));
        JWTClaimsSet good = Issuer.claims(Instant.now(), STAFF).build();
        String whole = issuer.token(STAFF);
        Map<String, String> wrong =
                Map.ofEntries(
                        Map.entry("expired", issuer.token(c -> c.expirationTime(past), STAFF)),
                        Map.entry("endless", issuer.token(c -> c.expirationTime(null), STAFF)),
                        Map.entry("not yet", issuer.token(c -> c.notBeforeTime(future), STAFF)),
                        Map.entry("issuer", issuer.token(c -> c.issuer(Issuer.NAME + "/"), STAFF)),
                        Map.entry("no issuer", issuer.token(c -> c.issuer(null), STAFF)),
                        Map.entry("audience", issuer.token(c -> c.audience("account"), STAFF)),
                        Map.entry(
                                "no audience", issuer.token(c -> c.audience((String) null), STAFF)),
                        Map.entry("key of the same name", Issuer.signed(good, another)),
                        Map.entry("alg none", issuer.unsigned(STAFF)),
                        Map.entry("public key as secret", issuer.signedWithPublicKey(STAFF)),
                        Map.entry("cut", whole.substring(0, whole.length() - 9)),
                        Map.entry("no signature", whole.substring(0, whole.lastIndexOf('.') + 1)),
                        Map.entry("no token", "a.b.c"),
                        Map.entry("nothing", ""));
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            HttpResponse<String> answer = models(each.getValue());
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"leeswijzer\"");
            assertThat(JSON.readTree(answer.body()).path("type").asText())
                    .isEqualTo("urn:leeswijzer:problem:unauthorized");
            if (!each.getValue().isEmpty()) {
                assertThat(answer.body()).doesNotContain(each.getValue());
            }
        }
    }

    @Test
    void rolesAreReadFromTheClaimThatIsSetAndNoOther() throws Exception {
        String elsewhere =
                issuer.token(
                        claims ->
                                claims.claim("realm_access", null).claim("roles", List.of(STAFF)));
        assertThat(models(elsewhere).statusCode()).isEqualTo(403);
        String flat =
                issuer.token(
                        claims ->
                                claims.claim("realm_access", null)
                                        .claim("realm_access.roles", "a " + STAFF));
        assertThat(models(flat).statusCode()).isEqualTo(200);
    }

    @Test
    void anIssuerThatChangesItsKeyIsFollowedAtOnce(@TempDir Path other) throws Exception {
        try (Issuer changing = Issuer.start();
                TinyService following = TinyService.start(other, changing.settings())) {
            String old = changing.token(STAFF);
            assertThat(models(following, old).statusCode()).isEqualTo(200);
            changing.rotate("second");
            assertThat(models(following, changing.token(STAFF)).statusCode()).isEqualTo(200);
            assertThat(models(following, old).statusCode())
                    .as("whose key is withdrawn")
                    .isEqualTo(401);
        }
    }

    @Test
    void anIssuerThatIsAwayAtTheStartKeepsNobodyFromReading(@TempDir Path other) throws Exception {
        try (Issuer late = Issuer.away();
                TinyService waiting = TinyService.start(other, late.settings())) {
            assertThat(waiting.get("/v1/titles/r0/suggestions").statusCode()).isEqualTo(200);
            HttpResponse<String> answer = models(waiting, late.token(STAFF));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JSON.readTree(answer.body()).path("detail").asText())
                    .startsWith("the keys of the issuer of tokens cannot be read");
            late.open();
            assertThat(models(waiting, late.token(STAFF)).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> models(String token) throws Exception {
        return models(service, token);
    }

    private static HttpResponse<String> models(TinyService asked, String token) throws Exception {
        return asked.get("/v1/models", "Authorization", "Bearer " + token);
    }
}
