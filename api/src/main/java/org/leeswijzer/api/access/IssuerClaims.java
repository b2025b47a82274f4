package org.leeswijzer.api.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a token is of our issuer, made out for us, and good now. One that never ends is not taken. */
final class IssuerClaims {
    /** How far the issuer's clock and ours may be apart. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final Clock clock;

    IssuerClaims(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean areGood(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant until = instant(claims.getExpirationTime());
        Instant from = instant(claims.getNotBeforeTime());
        return Objects.equals(settings.issuer(), claims.getIssuer())
                && claims.getAudience().contains(settings.audience())
                && until != null
                && now.isBefore(until.plus(SKEW))
                && (from == null || !now.isBefore(from.minus(SKEW)));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
