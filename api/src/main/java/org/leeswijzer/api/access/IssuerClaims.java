package org.leeswijzer.api.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a token is of our issuer, made out for us, and good now. One that never ends is not taken. */
final class IssuerClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {
    /** How far the issuer's clock and ours may be apart. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final Clock clock;

    IssuerClaims(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        Instant now = clock.instant();
        Instant until = instant(claims.get(Claims.EXPIRATION_TIME));
        Instant from = instant(claims.get(Claims.NOT_BEFORE));
        return Objects.equals(settings.issuer(), claims.get(Claims.ISSUER))
                && isForUs(claims.get(Claims.AUDIENCE))
                && until != null
                && now.isBefore(until.plus(SKEW))
                && (from == null || !now.isBefore(from.minus(SKEW)));
    }

    private boolean isForUs(@Nullable Object audience) {
        return audience instanceof Collection<?> several
                ? several.contains(settings.audience())
                : Objects.equals(settings.audience(), audience);
    }

    private static @Nullable Instant instant(@Nullable Object claim) {
        return claim instanceof Date date ? date.toInstant() : null;
    }
}
