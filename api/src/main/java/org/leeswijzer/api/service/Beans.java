package org.leeswijzer.api.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.privacy.FeedbackSecret;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LoanConsumer;

/** What the controllers are given; {@link Service} says when it is opened and closed. */
@Factory
final class Beans {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Engine engine(Settings settings, Clock clock) {
        return Engine.open(settings.engine(), clock);
    }

    @Singleton
    FeedbackSecret feedbackSecret(Engine engine) {
        return engine.secrets().feedback();
    }

    @Singleton
    RestoreWatch restoreWatch(Engine engine) {
        return new RestoreWatch(engine.backups());
    }

    @Singleton
    @Requires(property = "leeswijzer.kafka.bootstrap-servers")
    LoanConsumer consumer(KafkaSettings kafka, Engine engine) {
        ConsumerSettings settings =
                kafka.consumer()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "leeswijzer.kafka.bootstrap-servers is blank: give host:port of a broker, or leave it out"));
        return new LoanConsumer(settings, engine, engine.secrets(), engine.day().clock());
    }
}
