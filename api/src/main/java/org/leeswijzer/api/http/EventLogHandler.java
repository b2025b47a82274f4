package org.leeswijzer.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.apache.kafka.common.KafkaException;
import org.leeswijzer.ingest.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 503 where something goes by way of the event log alone, and it cannot be reached. The log of ours says why. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
public final class EventLogHandler
        implements ExceptionHandler<KafkaException, HttpResponse<Problem>> {
    /** What whoever waits for it is told. */
    public static final String AWAY = "the event log is away: try again when it is back";

    private static final Logger LOG = LoggerFactory.getLogger(EventLogHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // so it is declared
    public HttpResponse<Problem> handle(HttpRequest request, KafkaException exception) {
        LOG.warn("The event log does not answer: {}", Failure.describe(exception));
        return new ProblemException(Problem.Kind.UNAVAILABLE, null, AWAY).response();
    }
}
