package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.ingest.ConsumerSettings;

/** What the settings say of the event log. */
final class LogOptions {
    private LogOptions() {}

    /** @throws IllegalArgumentException if they name no broker */
    static ConsumerSettings in(ApplicationContext context) {
        return context.getBean(KafkaSettings.class)
                .consumer()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "bootstrap-servers is missing: give --bootstrap-servers host:port of a broker"));
    }
}
