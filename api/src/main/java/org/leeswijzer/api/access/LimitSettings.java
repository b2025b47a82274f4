package org.leeswijzer.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * How often one may ask, below {@code leeswijzer.limit}. Whoever has not asked for a minute may ask as many at once.
 *
 * @param perAddress requests a minute from one address without a key, or from one network of IPv6; 0 for no limit
 * @param perKey requests a minute of one front-end's key whose library sets nothing else; 0 for no limit
 * @param trustedProxies addresses and networks, commas between, whose {@code X-Forwarded-For} is believed; null for none
 */
@Context
@ConfigurationProperties("leeswijzer.limit")
public record LimitSettings(
        @Bindable(defaultValue = "600") int perAddress,
        @Bindable(defaultValue = "6000") int perKey,
        @Nullable String trustedProxies) {

    /** @throws IllegalArgumentException if a value is out of bounds, or a proxy is no address */
    public LimitSettings {
        check("per-address", perAddress);
        check("per-key", perKey);
        var unused = TrustedProxies.parse(trustedProxies);
    }

    private static void check(String key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "leeswijzer.limit.%s is %d: give at least 1, or 0 for no limit"
                            .formatted(key, value));
        }
    }

    TrustedProxies proxies() {
        return TrustedProxies.parse(trustedProxies);
    }
}
