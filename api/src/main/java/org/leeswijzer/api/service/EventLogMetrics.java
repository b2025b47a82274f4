package org.leeswijzer.api.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.ingest.ConsumerStatus;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/** What came of the event log, as metrics. */
@Singleton
@Requires(beans = LoanConsumer.class)
final class EventLogMetrics implements MeterBinder {
    private final LoanConsumer consumer;

    EventLogMetrics(LoanConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count("records", "Records read", ConsumerStatus::recordsRead).register(registry);
        count("dead.letters", "Records that cannot be read", ConsumerStatus::deadLetters)
                .register(registry);
        count("isbns.left.out", "ISBNs that are none", ConsumerStatus::isbnsLeftOut)
                .register(registry);
        count("offsets.lost", "Partitions read anew", ConsumerStatus::offsetsLost)
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            count("events", "Events by what became of them", s -> s.receipt().count(outcome))
                    .tag("outcome", text(outcome))
                    .register(registry);
        }
        for (Cause cause : Cause.values()) {
            count("ignored", "Records left aside", s -> s.ignored().getOrDefault(cause, 0L))
                    .tag("cause", text(cause))
                    .register(registry);
        }
        Gauge.builder("leeswijzer.log.lag", consumer, c -> c.status().totalLag())
                .description("Records not yet read")
                .register(registry);
        for (ConsumerStatus.State state : ConsumerStatus.State.values()) {
            Gauge.builder(
                            "leeswijzer.log.state",
                            consumer,
                            c -> c.status().state() == state ? 1 : 0)
                    .description("1 for the state of the consumer")
                    .tag("state", text(state))
                    .register(registry);
        }
    }

    private FunctionCounter.Builder<LoanConsumer> count(
            String name, String what, ToDoubleFunction<ConsumerStatus> value) {
        return FunctionCounter.builder(
                        "leeswijzer.log." + name, consumer, c -> value.applyAsDouble(c.status()))
                .description(what);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
