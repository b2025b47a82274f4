package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;

/**
 * Answers whoever sends a body that is not packed or written as its headers say. Without it the server would log what it could not
 * read of a form.
 */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class DecoderHandler implements ExceptionHandler<DecoderException, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // so it is declared
    public HttpResponse<Problem> handle(HttpRequest request, DecoderException exception) {
        return ProblemException.bad(
                        "body",
                        "cannot be read: send it as its Content-Type and Content-Encoding say")
                .response();
    }
}
