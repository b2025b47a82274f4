package org.leeswijzer.api.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.Settings;
import reactor.core.publisher.Mono;

/**
 * Holds every request against {@link RouteTable} before anything else is done for it. What readers ask is decided at once,
 * without a thread more; only tokens of an issuer are waited for.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AccessFilter.ORDER)
final class AccessFilter {
    /** Behind what signs answers for pages of other origins, which may read a refusal too, and before all else of ours. */
    static final int ORDER = -100;

    private static final CompletionStage<Optional<HttpResponse<?>>> PASS =
            CompletableFuture.completedFuture(Optional.empty());

    private final FrontEndKeys keys;
    private final RateLimit limit;
    private final TrustedProxies proxies;
    private final Gate gate;
    private final Refusals refusals;
    private final boolean isReadingPublic;
    private final Map<RouteInfo<?>, Optional<Rule>> rules = new ConcurrentHashMap<>();

    AccessFilter(
            FrontEndKeys keys,
            RateLimit limit,
            LimitSettings limits,
            Gate gate,
            Refusals refusals,
            Settings settings) {
        this.keys = keys;
        this.limit = limit;
        this.gate = gate;
        this.refusals = refusals;
        proxies = limits.proxies();
        isReadingPublic = settings.publicRead();
    }

    /** Ends the request of whoever may not, or not yet. */
    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (route == null) {
            return PASS;
        }
        Rule rule =
                rules.computeIfAbsent(route, AccessFilter::rule).orElseThrow(AccessFilter::unruled);
        if (rule.kind() == Rule.Kind.OPEN) {
            return PASS;
        }
        FrontEnd frontEnd = count(request);
        if (rule.kind() == Rule.Kind.KEY) {
            return later(byKey(request, rule, frontEnd));
        }
        if (rule.kind() == Rule.Kind.ROLES) {
            return later(gate.check(request, rule.roles(), frontEnd != null));
        }
        if (!isReadingPublic && frontEnd == null) {
            throw noKey("is missing");
        }
        return PASS;
    }

    private @Nullable Mono<Void> byKey(
            HttpRequest<?> request, Rule rule, @Nullable FrontEnd frontEnd) {
        if (frontEnd != null) {
            FrontEnds.note(request, frontEnd);
            return null;
        }
        if (!gate.isOpenTo(request) && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            throw noKey("is missing");
        }
        return gate.check(request, rule.roles(), false);
    }

    /* Before a token is looked at, so that making up tokens is limited too. */
    private @Nullable FrontEnd count(HttpRequest<?> request) {
        String shown = request.getHeaders().get(FrontEndKeys.HEADER);
        FrontEnd frontEnd = shown == null ? null : keys.find(shown).orElse(null);
        Allowance allowance =
                frontEnd == null ? limit.take(proxies.client(request)) : limit.take(frontEnd);
        if (allowance != null) {
            request.setAttribute(AllowanceFilter.ALLOWANCE, allowance);
            if (allowance.isRefused()) {
                refusals.limited(frontEnd != null);
                throw tooMany(allowance);
            }
        }
        if (shown != null && frontEnd == null) {
            throw noKey("is not a key that is known here");
        }
        return frontEnd;
    }

    private ProblemException noKey(String what) {
        refusals.refused(Role.FRONT_END);
        return new ProblemException(
                Problem.Kind.NO_KEY,
                FrontEndKeys.HEADER,
                "%s %s: give a key of your library's front-end, or leave the header out where reading is public"
                        .formatted(FrontEndKeys.HEADER, what));
    }

    private static ProblemException tooMany(Allowance allowance) {
        return new ProblemException(
                Problem.Kind.TOO_MANY_REQUESTS,
                null,
                "more than %d requests a minute from one %s: ask again in %d s"
                        .formatted(allowance.perMinute(), allowance.by(), allowance.seconds()));
    }

    private static Optional<Rule> rule(RouteInfo<?> route) {
        return route instanceof UriRouteInfo<?, ?> uri
                ? RouteTable.find(uri.getHttpMethodName(), uri.getUriMatchTemplate().toPathString())
                : Optional.empty();
    }

    private static ProblemException unruled() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                null,
                "nobody is said to be allowed this: a rule is missing");
    }

    private static CompletionStage<Optional<HttpResponse<?>>> later(@Nullable Mono<Void> decision) {
        return decision == null
                ? PASS
                : decision.thenReturn(Optional.<HttpResponse<?>>empty()).toFuture();
    }
}
