package org.leeswijzer.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How staff log in to the console at the issuer's own form, below {@code leeswijzer.oidc.login}: the first three and the callback
 * together, or none.
 *
 * @param issuer whose form it is
 * @param authorizationUri where the form is; null if nobody logs in there
 * @param tokenUri where a code becomes a token
 * @param clientId what the issuer calls this service
 * @param clientSecret what the service shows the issuer; null for a client that has none
 * @param callbackUri where the issuer sends staff back, as their browsers see it
 * @param scope what is asked for, with spaces between
 */
@Context
@ConfigurationProperties("leeswijzer.oidc.login")
public record OidcLoginSettings(
        OidcSettings issuer,
        @Nullable String authorizationUri,
        @Nullable String tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String callbackUri,
        @Bindable(defaultValue = "openid") String scope) {
    /** Where the callback is, at whatever address this service is seen. */
    public static final String CALLBACK = "/staff/login/callback";

    private static final String PREFIX = "leeswijzer.oidc.login.";

    /** @throws IllegalArgumentException if one of the four is missing, or no issuer is set, or secrets would go unprotected over a network */
    public OidcLoginSettings {
        if (authorizationUri != null
                || tokenUri != null
                || clientId != null
                || clientSecret != null
                || callbackUri != null) {
            String form = given("authorization-uri", authorizationUri);
            String tokens = given("token-uri", tokenUri);
            String back = given("callback-uri", callbackUri);
            given("client-id", clientId);
            if (issuer.issuer() == null) {
                throw new IllegalArgumentException(
                        "leeswijzer.oidc.issuer is not set, whose form %sauthorization-uri is: set it, or neither"
                                .formatted(PREFIX));
            }
            OidcSettings.checkAddress(PREFIX + "authorization-uri", form);
            OidcSettings.checkAddress(PREFIX + "token-uri", tokens);
            OidcSettings.checkAddress(PREFIX + "callback-uri", back);
            checkCallback(back);
        }
    }

    private static String given(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "%s%s is not set: give authorization-uri, token-uri, client-id and callback-uri, or none of them"
                            .formatted(PREFIX, key));
        }
        return value;
    }

    private static void checkCallback(String address) {
        if (!URI.create(address).getPath().equals(CALLBACK)) {
            throw new IllegalArgumentException(
                    "%scallback-uri is '%s': give this service's own address and %s"
                            .formatted(PREFIX, address, CALLBACK));
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcLoginSettings[authorizationUri=%s, tokenUri=%s, clientId=%s, callbackUri=%s, scope=%s]"
                .formatted(authorizationUri, tokenUri, clientId, callbackUri, scope);
    }
}
