package org.leeswijzer.api.access;

import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import org.jspecify.annotations.Nullable;

/** What the issuer gives whom its form lets in: an access token, and a renewal if it gives any. Never shown. */
final class Granted {
    private final String accessToken;
    private final @Nullable Renewal renewal;

    Granted(Tokens tokens) {
        accessToken = tokens.getAccessToken().getValue();
        RefreshToken refresh = tokens.getRefreshToken();
        renewal = refresh == null ? null : new Renewal(refresh.getValue());
    }

    String accessToken() {
        return accessToken;
    }

    /** The next one; the one before it if the issuer gives the same again by not giving any (RFC 6749, 6). */
    @Nullable Renewal renewalAfter(@Nullable Renewal before) {
        return renewal == null ? before : renewal;
    }
}
