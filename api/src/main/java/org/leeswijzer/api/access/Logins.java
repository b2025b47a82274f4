package org.leeswijzer.api.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;

/** Lets somebody in for longer than a request, by the same tokens that {@link Gate} takes, and only so many that fail. */
@Singleton
public final class Logins {
    private final StaffTokens tokens;
    private final Optional<IssuerTokens> issuer;
    private final Optional<IssuerForm> form;
    private final NoLogin noLogin;
    private final RateLimit limit;
    private final TrustedProxies proxies;
    private final Refusals refusals;

    Logins(
            StaffTokens tokens,
            Optional<IssuerTokens> issuer,
            Optional<IssuerForm> form,
            NoLogin noLogin,
            RateLimit limit,
            LimitSettings limits,
            Refusals refusals) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.form = form;
        this.noLogin = noLogin;
        this.limit = limit;
        proxies = limits.proxies();
        this.refusals = refusals;
    }

    /** Whether there is a token that lets anybody in. */
    public boolean areOpen() {
        return issuer.isPresent() || tokens.areSetFor(Role.OF_STAFF);
    }

    /** Whether an issuer's access tokens let in too. */
    public boolean areOfIssuer() {
        return issuer.isPresent();
    }

    /** The issuer's own form; empty where nobody logs in there. */
    public Optional<IssuerForm> form() {
        return form;
    }

    /** Whether it may do without a token. */
    public boolean isFree(HttpRequest<?> request) {
        return noLogin.admits(request);
    }

    /**
     * What somebody may be who shows that token; waits for the issuer's keys if they are not read yet.
     *
     * @throws ProblemException 429 if too many failed within a minute, 503 if the issuer's keys cannot be read
     */
    public Login find(HttpRequest<?> request, String token) {
        return limited(request, () -> look(request, token));
    }

    /**
     * What somebody may be who comes back from the issuer's form with that code; waits for the issuer.
     *
     * @param secret of the login that the form was shown for
     * @throws ProblemException 429 if too many failed within a minute, 503 if the issuer cannot be asked
     */
    public Login redeem(HttpRequest<?> request, String code, String secret) {
        return limited(
                request,
                () ->
                        form.flatMap(each -> each.redeem(code, secret))
                                .map(granted -> login(request, granted, null))
                                .orElse(Login.NONE));
    }

    /**
     * What somebody may be now whose login is due; waits for the issuer.
     *
     * @throws ProblemException 503 if the issuer cannot be asked
     */
    public Login renew(HttpRequest<?> request, Login due) {
        Renewal renewal = Objects.requireNonNull(due.renewal(), "renewal");
        return form.flatMap(each -> each.renew(renewal))
                .map(granted -> login(request, granted, renewal))
                .orElse(Login.NONE);
    }

    private Login login(HttpRequest<?> request, Granted granted, @Nullable Renewal before) {
        return look(request, granted.accessToken()).lasting(granted.renewalAfter(before));
    }

    private Login limited(HttpRequest<?> request, Supplier<Login> attempt) {
        InetAddress client = proxies.client(request);
        Allowance allowance = limit.takeLogin(client);
        if (allowance.isRefused()) {
            request.setAttribute(AllowanceFilter.ALLOWANCE, allowance);
            refusals.limited(false);
            throw tooMany(allowance);
        }
        Login login = attempt.get();
        if (login.roles().isEmpty()) {
            refusals.refused(Role.STAFF);
        } else {
            limit.giveBackLogin(client);
        }
        return login;
    }

    private Login look(HttpRequest<?> request, String token) {
        Login known = Login.of(tokens.roles(token));
        return known.roles().isEmpty()
                ? issuer.flatMap(each -> each.login(token, request).blockOptional())
                        .orElse(Login.NONE)
                : known;
    }

    private static ProblemException tooMany(Allowance allowance) {
        return new ProblemException(
                Problem.Kind.TOO_MANY_REQUESTS,
                null,
                "more than %d logins failed within a minute: try again in %d s"
                        .formatted(allowance.perMinute(), allowance.seconds()));
    }
}
