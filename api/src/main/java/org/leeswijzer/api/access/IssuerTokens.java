package org.leeswijzer.api.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The roles that an access token of the OIDC issuer stands for. */
final class IssuerTokens {
    private final OidcSettings settings;
    private final ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final IssuerClaims claims;
    private final ExecutorService threads;

    /**
     * Of an issuer.
     *
     * @param validator that asks {@link IssuerSignature}
     * @param claims what a token has to say beside being signed
     * @param threads that may wait until the issuer's keys are read
     */
    IssuerTokens(
            OidcSettings settings,
            ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator,
            IssuerClaims claims,
            ExecutorService threads) {
        this.settings = settings;
        this.validator = validator;
        this.claims = claims;
        this.threads = threads;
    }

    /** What it lets in; empty if it is no good. Fails with a problem if that cannot be told, for want of the issuer's keys. */
    Mono<Login> login(String token, HttpRequest<?> request) {
        return Mono.defer(() -> Mono.from(validator.validate(token, request)))
                .flatMap(this::claims)
                .filter(claims::areGood)
                .map(this::login)
                .onErrorMap(KeySourceException.class, IssuerTokens::unreachable)
                .subscribeOn(Schedulers.fromExecutorService(threads));
    }

    private static ProblemException unreachable(Throwable cause) {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                null,
                "the keys of the issuer of tokens cannot be read: try again later, or see to leeswijzer.oidc.jwks-uri");
    }

    private Mono<JWTClaimsSet> claims(JWT token) {
        try {
            return Mono.just(token.getJWTClaimsSet());
        } catch (ParseException e) {
            return Mono.empty();
        }
    }

    private Login login(JWTClaimsSet token) {
        Object name = find(token.getClaims(), settings.nameClaim());
        return new Login(
                settings.roles(names(find(token.getClaims(), settings.rolesClaim()))),
                token.getExpirationTime().toInstant(),
                name instanceof String text ? text : null,
                null);
    }

    /* By its whole name, which may hold dots itself, or step by step. */
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    /* A list, or as scopes are written. */
    private static Set<String> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        return claim instanceof String text
                ? Set.copyOf(Arrays.asList(text.split(" +")))
                : Set.of();
    }
}
