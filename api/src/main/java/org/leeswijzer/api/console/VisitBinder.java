package org.leeswijzer.api.console;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller the visit that {@link ConsoleFilter} let pass. */
@Singleton
final class VisitBinder implements TypedRequestArgumentBinder<Visit> {
    static final String ATTRIBUTE = "leeswijzer.session";

    @Override
    public Argument<Visit> argumentType() {
        return Argument.of(Visit.class);
    }

    @Override
    public BindingResult<Visit> bind(
            ArgumentConversionContext<Visit> context, HttpRequest<?> request) {
        return () ->
                session(request)
                        .map(
                                session ->
                                        new Visit(
                                                session,
                                                Language.of(request),
                                                request.getPath(),
                                                Language.without(request.getUri().getRawQuery())));
    }

    static Optional<Session> session(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Session.class);
    }
}
