package org.leeswijzer.api.staff;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.engine.model.ModelRefusal;

/** Answers with the problem that the engine's refusal is. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class RefusalHandler implements ExceptionHandler<ModelRefusal, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // so it is declared
    public HttpResponse<Problem> handle(HttpRequest request, ModelRefusal refusal) {
        Problem.Kind kind =
                switch (refusal.why()) {
                    case UNKNOWN -> Problem.Kind.UNKNOWN_MODEL;
                    case CONFLICT -> Problem.Kind.CONFLICT;
                    case BAD_VALUE, BAD_FILE -> Problem.Kind.BAD_REQUEST;
                };
        return new ProblemException(kind, null, String.valueOf(refusal.getMessage())).response();
    }
}
