package org.leeswijzer.api.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import reactor.core.publisher.Mono;

/** Lets pass who has a role that is needed: {@code Authorization: Bearer} and a token that is set, or one of the issuer. */
@Singleton
final class Gate {
    private static final String SCHEME = "Bearer ";

    private final StaffTokens tokens;
    private final Optional<IssuerTokens> issuer;
    private final NoLogin noLogin;
    private final Refusals refusals;

    Gate(StaffTokens tokens, Optional<IssuerTokens> issuer, NoLogin noLogin, Refusals refusals) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.noLogin = noLogin;
        this.refusals = refusals;
    }

    /**
     * Decides on a request.
     *
     * @param needed one of these, the one to name first
     * @param hasKey whether it shows the key of a front-end
     * @return null if it may pass; otherwise what completes if it may, and fails with a problem if not
     * @throws ProblemException if it may not
     */
    @Nullable Mono<Void> check(HttpRequest<?> request, List<Role> needed, boolean hasKey) {
        if (noLogin.admits(request)) {
            return null;
        }
        if (issuer.isEmpty() && !tokens.areSetFor(needed)) {
            throw refused(Problem.Kind.FORBIDDEN, needed, closed(needed.get(0)));
        }
        String token = token(request);
        if (token == null) {
            throw hasKey ? lacking(needed) : missing(needed);
        }
        Set<Role> roles = tokens.roles(token);
        if (roles.isEmpty() && issuer.isPresent()) {
            return issuer.get()
                    .login(token, request)
                    .map(Login::roles)
                    .switchIfEmpty(Mono.error(() -> unknown(needed)))
                    .doOnNext(theirs -> check(theirs, needed))
                    .then();
        }
        if (roles.isEmpty()) {
            throw unknown(needed);
        }
        check(roles, needed);
        return null;
    }

    /** Whether it asks nothing of the request. */
    boolean isOpenTo(HttpRequest<?> request) {
        return noLogin.admits(request);
    }

    private void check(Set<Role> roles, List<Role> needed) {
        if (Collections.disjoint(roles, needed)) {
            throw lacking(needed);
        }
    }

    private static @Nullable String token(HttpRequest<?> request) {
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? shown.substring(SCHEME.length()).strip()
                : null;
    }

    private static String closed(Role role) {
        return "%s is not set, nor leeswijzer.oidc.issuer: make a token with the command key, or name an issuer"
                .formatted(TokenSettings.key(role));
    }

    private ProblemException missing(List<Role> needed) {
        return refused(
                Problem.Kind.UNAUTHORIZED,
                needed,
                "Authorization has no token: give Bearer and a token of " + names(needed));
    }

    private ProblemException unknown(List<Role> needed) {
        return refused(
                Problem.Kind.UNAUTHORIZED,
                needed,
                "Authorization has a token that is not known, not meant for us or no longer good: give Bearer and one of "
                        + names(needed));
    }

    private ProblemException lacking(List<Role> needed) {
        return refused(
                Problem.Kind.FORBIDDEN,
                needed,
                "Authorization does not stand for a role that may do this: it takes "
                        + names(needed));
    }

    private ProblemException refused(Problem.Kind kind, List<Role> needed, String detail) {
        refusals.refused(needed.get(0));
        return new ProblemException(kind, null, detail);
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(Role::text).collect(Collectors.joining(" or "));
    }
}
