package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** How long the keys of an issuer are believed, and how often they are read. */
class IssuerKeysTest {
    private final MovableClock clock = new MovableClock();
    private Issuer issuer;
    private IssuerSignature signature;

    @BeforeEach
    void start() throws Exception {
        issuer = Issuer.start();
        URI keys = URI.create(issuer.settings().get("leeswijzer.oidc.jwks-uri"));
        signature = new IssuerSignature(new IssuerKeys(keys, clock));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void keysAreReadAnewWhenTheyAreNoLongerFresh() throws Exception {
        String token = issuer.token();
        assertThat(isGood(token)).isTrue();
        clock.now = clock.now.plus(IssuerKeys.FRESH.minusSeconds(1));
        assertThat(isGood(token)).isTrue();
        assertThat(issuer.reads()).isEqualTo(1);
        clock.now = clock.now.plusSeconds(2);
        assertThat(isGood(token)).isTrue();
        assertThat(issuer.reads()).isEqualTo(2);
    }

    @Test
    void whileTheIssuerIsAwayItsLastKeysAreGoodForAWhile() throws Exception {
        String token = issuer.token();
        assertThat(isGood(token)).isTrue();
        issuer.close();
        clock.now = clock.now.plus(IssuerKeys.FRESH).plusSeconds(1);
        assertThat(isGood(token)).isTrue();
        clock.now = clock.now.plus(IssuerKeys.KEPT).plusSeconds(1);
        assertThatThrownBy(() -> isGood(token)).hasCauseInstanceOf(KeySourceException.class);
        issuer.open();
        clock.now = clock.now.plus(IssuerKeys.BETWEEN_READS);
        assertThat(isGood(token)).isTrue();
    }

    @Test
    void tokensOfUnknownKeysDoNotMakeUsAskTheIssuerEachTime() throws Exception {
        assertThat(isGood(issuer.token())).isTrue();
        String madeUp =
                Issuer.signed(Issuer.claims(Instant.now()).build(), Issuer.newKey("made up"));
        for (int i = 0; i < 20; i++) {
            assertThat(isGood(madeUp)).isFalse();
        }
        assertThat(issuer.reads()).isEqualTo(2);
        issuer.rotate("second");
        clock.now = clock.now.plus(IssuerKeys.BETWEEN_READS);
        assertThat(isGood(issuer.token())).isTrue();
    }

    private boolean isGood(String token) throws Exception {
        return Boolean.TRUE.equals(Mono.from(signature.verify(SignedJWT.parse(token))).block());
    }

    /** A clock that stands until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }
}
