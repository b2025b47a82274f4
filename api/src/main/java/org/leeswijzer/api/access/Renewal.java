package org.leeswijzer.api.access;

/** What the issuer gave to be asked again with who somebody is: a refresh token (RFC 6749, 1.5). Good once, and never shown. */
public final class Renewal {
    private final String refreshToken;

    Renewal(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    String refreshToken() {
        return refreshToken;
    }
}
