package org.leeswijzer.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.api.service.LibrarySites;
import org.leeswijzer.api.service.Settings;

/**
 * Lets pages of a library's own sites read answers in a browser (CORS): those of the origins that are set as {@code
 * leeswijzer.libraries.CODE.origins}. A request that names a library is held against that library's list, one that names
 * none against all. Nothing is kept from whoever asks without a browser: what is read here is public.
 */
@Order(OriginFilter.ORDER)
@ServerFilter({
    "/v1/titles",
    "/v1/titles/**",
    "/v1/suggestions",
    "/v1/suggestions/**",
    "/v1/popular",
    "/v1/rising",
    "/v1/explain",
    "/v1/feedback",
    "/v1/libraries"
})
final class OriginFilter {
    /** Before what refuses requests, so that a page may read why it was refused. */
    static final int ORDER = -200;

    private static final String METHODS = "GET, HEAD, POST";
    private static final String HEADERS = "Content-Type, If-None-Match, " + Readers.HEADER;
    private static final String MAX_AGE_SECONDS = "7200";
    private static final String PREFLIGHT_VARIES =
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

    private final LibrarySites sites;

    OriginFilter(Settings settings) {
        sites = settings.sites();
    }

    /** Answers a browser that asks whether it may ask; lets every other request pass. */
    @RequestFilter
    @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
        boolean isPreflight =
                request.getMethod() == HttpMethod.OPTIONS
                        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (!isPreflight) {
            return null;
        }
        MutableHttpResponse<?> response =
                HttpResponse.noContent().header(HttpHeaders.VARY, PREFLIGHT_VARIES);
        String origin = open(request);
        return origin == null
                ? response
                : response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    }

    /** Says of an answer, or a problem, whose pages may read it. */
    @ResponseFilter
    void sign(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return;
        }
        response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = open(request);
        if (origin != null) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG);
        }
    }

    /** The origin of the page that asks, if it may read the answer. */
    private @Nullable String open(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String library = request.getParameters().get(Lookup.LIBRARY);
        return origin != null && sites.areOpenTo(origin, library) ? origin : null;
    }
}
