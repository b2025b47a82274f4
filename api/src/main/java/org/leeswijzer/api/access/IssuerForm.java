package org.leeswijzer.api.access;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the issuer's own form log somebody in: the authorization code of OAuth 2.0 (RFC 6749, 4.1) with a proof key (RFC 7636).
 *
 * <p>A login is known by a secret that only its browser keeps. State and proof key are hashes of it, so nothing is kept here
 * between the two requests, and any replica can answer the second.
 */
public final class IssuerForm {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerForm.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI form;
    private final URI tokens;
    private final URI callback;
    private final ClientID client;
    private final @Nullable Secret clientSecret;
    private final Scope scope;

    /** @param settings of which the form is set */
    IssuerForm(OidcLoginSettings settings) {
        form = URI.create(Objects.requireNonNull(settings.authorizationUri()));
        tokens = URI.create(Objects.requireNonNull(settings.tokenUri()));
        callback = URI.create(Objects.requireNonNull(settings.callbackUri()));
        client = new ClientID(Objects.requireNonNull(settings.clientId()));
        String secret = settings.clientSecret();
        clientSecret = secret == null ? null : new Secret(secret);
        scope = Scope.parse(settings.scope());
    }

    /** Where the form is, for the login of that secret. */
    public URI address(String secret) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, client)
                .endpointURI(form)
                .redirectionURI(callback)
                .scope(scope)
                .state(new State(derived("state", secret)))
                .codeChallenge(verifier(secret), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whether that state, with which somebody comes back, is of the login of that secret. */
    public boolean isOf(String secret, String state) {
        return MessageDigest.isEqual(
                derived("state", secret).getBytes(StandardCharsets.UTF_8),
                state.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the code stands for; empty if the issuer does not take it.
     *
     * @throws ProblemException 503 if it cannot be asked, or refuses us
     */
    Optional<Granted> redeem(String code, String secret) {
        return ask(
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), callback, verifier(secret)));
    }

    /**
     * The same anew; empty if the issuer does not let them in any more.
     *
     * @throws ProblemException 503 if it cannot be asked, or refuses us
     */
    Optional<Granted> renew(Renewal renewal) {
        return ask(new RefreshTokenGrant(new RefreshToken(renewal.refreshToken())));
    }

    private Optional<Granted> ask(AuthorizationGrant grant) {
        TokenResponse response;
        try {
            response = TokenResponse.parse(request(grant).send());
        } catch (IOException | ParseException e) {
            LOG.warn("leeswijzer.oidc.login.token-uri cannot be asked: {}", e.getMessage());
            throw unreachable();
        }
        if (response.indicatesSuccess()) {
            return Optional.of(new Granted(response.toSuccessResponse().getTokens()));
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        if (Objects.equals(error.getCode(), OAuth2Error.INVALID_GRANT.getCode())) {
            return Optional.empty();
        }
        LOG.warn("leeswijzer.oidc.login.token-uri refuses this service: {}", error.getCode());
        throw unreachable();
    }

    private HTTPRequest request(AuthorizationGrant grant) {
        TokenRequest.Builder builder =
                clientSecret == null
                        ? new TokenRequest.Builder(tokens, client, grant)
                        : new TokenRequest.Builder(
                                tokens, new ClientSecretBasic(client, clientSecret), grant);
        HTTPRequest request = builder.build().toHTTPRequest();
        request.setConnectTimeout((int) PATIENCE.toMillis());
        request.setReadTimeout((int) PATIENCE.toMillis());
        request.setFollowRedirects(false);
        return request;
    }

    private static ProblemException unreachable() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                null,
                "the login service cannot be asked who you are: try again later, or see to leeswijzer.oidc.login");
    }

    private static CodeVerifier verifier(String secret) {
        return new CodeVerifier(derived("verifier", secret));
    }

    private static String derived(String what, String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((what + " " + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
