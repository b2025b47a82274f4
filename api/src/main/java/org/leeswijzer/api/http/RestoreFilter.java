package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.leeswijzer.api.service.RestoreWatch;

/** Answers 503 to whoever asks for anything made of loans, as long as patrons who were erased may be among them. */
@ServerFilter({
    "/v1/titles",
    "/v1/titles/**",
    "/v1/suggestions",
    "/v1/suggestions/**",
    "/v1/popular",
    "/v1/patrons/suggestions",
    "/v1/rising",
    "/v1/explain",
    "/v1/feedback",
    "/v1/models",
    "/v1/models/**"
})
final class RestoreFilter {
    private final RestoreWatch watch;

    RestoreFilter(RestoreWatch watch) {
        this.watch = watch;
    }

    /** Ends the request. */
    @RequestFilter
    void check(HttpRequest<?> request) {
        watch.waiting()
                .ifPresent(
                        restored -> {
                            throw new ProblemException(
                                    Problem.Kind.UNAVAILABLE,
                                    null,
                                    "the store was " + RestoreWatch.why(restored));
                        });
    }
}
