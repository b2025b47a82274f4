package org.leeswijzer.api.access;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.leeswijzer.api.service.Settings;

/** The limit, and what Micronaut's validator of tokens asks where an issuer is set. */
@Factory
final class AccessBeans {
    private static final String ISSUER = "leeswijzer.oidc.issuer";
    private static final String FORM = "leeswijzer.oidc.login.authorization-uri";

    @Singleton
    RateLimit rateLimit(LimitSettings limits, Settings settings) {
        return new RateLimit(limits, settings.access(), Ticker.systemTicker());
    }

    @Singleton
    @Requires(property = ISSUER)
    ReactiveSignatureConfiguration<SignedJWT> signature(OidcSettings settings, Clock clock) {
        return new IssuerSignature(new IssuerKeys(settings.keys().orElseThrow(), clock));
    }

    @Singleton
    @Requires(property = FORM)
    IssuerForm issuerForm(OidcLoginSettings settings) {
        return new IssuerForm(settings);
    }

    @Singleton
    @Requires(property = ISSUER)
    IssuerTokens issuerTokens(
            OidcSettings settings,
            ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        return new IssuerTokens(settings, validator, new IssuerClaims(settings, clock), threads);
    }
}
