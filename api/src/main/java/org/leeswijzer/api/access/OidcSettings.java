package org.leeswijzer.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The OIDC issuer whose access tokens are taken, below {@code leeswijzer.oidc}: the first three together or none.
 *
 * @param issuer as its tokens name it, to the letter; null where there is none
 * @param jwksUri where its public keys are
 * @param audience that a token has to be made out for
 * @param rolesClaim of a token that has the roles, with dots on the way down, as in {@code realm_access.roles}
 * @param nameClaim of a token that has its holder's name, to stand beside what they do
 * @param staffRole what the issuer calls data staff
 * @param privacyRole what it calls privacy officers
 * @param opsRole what it calls ops
 */
@Context
@ConfigurationProperties("leeswijzer.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String jwksUri,
        @Nullable String audience,
        @Bindable(defaultValue = "roles") String rolesClaim,
        @Bindable(defaultValue = "preferred_username") String nameClaim,
        @Bindable(defaultValue = "leeswijzer-staff") String staffRole,
        @Bindable(defaultValue = "leeswijzer-privacy") String privacyRole,
        @Bindable(defaultValue = "leeswijzer-ops") String opsRole) {

    /** @throws IllegalArgumentException if one of the three is missing, or keys would come unprotected over a network */
    public OidcSettings {
        if (issuer != null || jwksUri != null || audience != null) {
            check("issuer", issuer);
            check("jwks-uri", jwksUri);
            check("audience", audience);
            checkAddress("leeswijzer.oidc.jwks-uri", String.valueOf(jwksUri));
        }
    }

    private static void check(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "leeswijzer.oidc.%s is not set: give issuer, jwks-uri and audience, or none of them"
                            .formatted(key));
        }
    }

    /**
     * Holds an address against what secrets may be sent to, and keys be read from.
     *
     * @throws IllegalArgumentException if others could read or change that on the way
     */
    static void checkAddress(String key, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw unsafe(key, address, e);
        }
        String scheme = String.valueOf(uri.getScheme());
        String host = uri.getHost();
        if (host == null || !(scheme.equals("https") || (scheme.equals("http") && isHere(host)))) {
            throw unsafe(key, address, null);
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost")
                || (NetUtil.isValidIpV4Address(host) && host.startsWith("127."));
    }

    private static IllegalArgumentException unsafe(
            String key, String address, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "%s is '%s': give https://, or http:// of this machine".formatted(key, address),
                cause);
    }

    /** The address of its keys; empty where there is no issuer. */
    Optional<URI> keys() {
        return Optional.ofNullable(jwksUri).map(URI::create);
    }

    /** What we call those roles of the issuer that mean something here. */
    Set<Role> roles(Set<String> theirs) {
        Set<Role> ours = EnumSet.noneOf(Role.class);
        add(ours, Role.STAFF, theirs.contains(staffRole));
        add(ours, Role.PRIVACY, theirs.contains(privacyRole));
        add(ours, Role.OPS, theirs.contains(opsRole));
        return ours;
    }

    private static void add(Set<Role> roles, Role role, boolean has) {
        if (has) {
            roles.add(role);
        }
    }
}
