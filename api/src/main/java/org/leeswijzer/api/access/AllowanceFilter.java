package org.leeswijzer.api.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells on every limited answer how much is left to whoever asked, and on a refusal when to come back. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AllowanceFilter.ORDER)
final class AllowanceFilter {
    /** Before what refuses requests: only so does it see refusals. */
    static final int ORDER = AccessFilter.ORDER - 50;

    /** The attribute of a request that has its {@link Allowance}. */
    static final String ALLOWANCE = "leeswijzer.allowance";

    /** Writes the headers. */
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ALLOWANCE, Allowance.class)
                .ifPresent(allowance -> tell(allowance, response));
    }

    private static void tell(Allowance allowance, MutableHttpResponse<?> response) {
        response.header("RateLimit-Policy", allowance.policy())
                .header("RateLimit", allowance.limit());
        if (allowance.isRefused()) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(allowance.seconds()));
        }
    }
}
