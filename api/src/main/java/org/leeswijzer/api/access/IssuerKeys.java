package org.leeswijzer.api.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of an issuer, as they were read last. They are read anew after {@link #FRESH}, and at once for a token
 * whose key is not among them, since issuers change keys; but at most twice in {@link #BETWEEN_READS}, since anybody can
 * make up a token. While the issuer cannot be reached, those read last are good for {@link #KEPT}.
 *
 * <p>Safe for use by many threads.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration KEPT = Duration.ofHours(4);
    static final Duration BETWEEN_READS = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_WITH_ANOTHER_THREAD = Duration.ofSeconds(10);
    private static final int LARGEST_BYTES = 1 << 20;

    private final JWKSetSource<SecurityContext> source;
    private final Clock clock;
    private final AtomicBoolean isMissed = new AtomicBoolean();

    /** @throws IllegalArgumentException if it is no address */
    IssuerKeys(URI address, Clock clock) {
        this.clock = clock;
        int patience = (int) PATIENCE.toMillis();
        JWKSetSource<SecurityContext> read;
        try {
            read =
                    new URLBasedJWKSetSource<>(
                            address.toURL(),
                            new DefaultResourceRetriever(patience, patience, LARGEST_BYTES));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(
                    "leeswijzer.oidc.jwks-uri is '%s': give https://".formatted(address), e);
        }
        source =
                new CachingJWKSetSource<>(
                        new RateLimitedJWKSetSource<>(
                                new OutageTolerantJWKSetSource<>(read, KEPT.toMillis(), null),
                                BETWEEN_READS.toMillis(),
                                null),
                        FRESH.toMillis(),
                        PATIENCE_WITH_ANOTHER_THREAD.toMillis(),
                        null);
    }

    /**
     * Those that fit.
     *
     * @throws KeySourceException if no keys were ever read, or those that were are too old
     */
    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
            throws KeySourceException {
        JWKSet known = known(context);
        List<JWK> fitting = wanted.select(known);
        return fitting.isEmpty() ? wanted.select(newer(known, context)) : fitting;
    }

    /* Told once, when it begins: whoever makes up tokens is not to fill the log. */
    private JWKSet known(@Nullable SecurityContext context) throws KeySourceException {
        try {
            JWKSet known =
                    source.getJWKSet(
                            JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), context);
            isMissed.set(false);
            return known;
        } catch (KeySourceException e) {
            if (!isMissed.getAndSet(true)) {
                LOG.warn("The keys of leeswijzer.oidc.jwks-uri cannot be read: {}", e.getMessage());
            }
            throw e;
        }
    }

    private JWKSet newer(JWKSet known, @Nullable SecurityContext context) {
        try {
            return source.getJWKSet(
                    JWKSetCacheRefreshEvaluator.referenceComparison(known),
                    clock.millis(),
                    context);
        } catch (KeySourceException e) {
            // It cannot be reached, or was asked a moment ago: what is known is all there is.
            return known;
        }
    }
}
