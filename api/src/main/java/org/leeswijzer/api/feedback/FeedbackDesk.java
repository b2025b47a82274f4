package org.leeswijzer.api.feedback;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent.FeedbackGiven;
import org.leeswijzer.ingest.FeedbackLog;
import org.leeswijzer.ingest.jsonl.FeedbackLine;

/**
 * Takes what readers say to the event log, where there is one, and to the store, and counts it by kind. It is in the store when
 * this returns: read in the log again it changes nothing.
 */
@Singleton
final class FeedbackDesk implements MeterBinder {
    /** Everything that can be said. */
    static final List<String> KINDS =
            Stream.concat(
                            Stream.of(FeedbackLine.CLICK),
                            Stream.of(Opinion.values()).map(Opinion::text))
                    .toList();

    private final Engine engine;
    private final Optional<FeedbackLog> log;
    private final Map<String, LongAdder> counts =
            KINDS.stream()
                    .collect(Collectors.toUnmodifiableMap(kind -> kind, k -> new LongAdder()));

    FeedbackDesk(Engine engine, KafkaSettings kafka) {
        this.engine = engine;
        log = kafka.consumer().map(FeedbackLog::new);
    }

    /** Takes it. */
    void take(FeedbackLine said) {
        log.ifPresent(to -> publish(said, to));
        if (said.reader() != null && said.opinion().isPresent()) {
            Feedback feedback =
                    new Feedback(
                            said.reader(),
                            said.opinion().get(),
                            said.title(),
                            said.seed(),
                            said.library(),
                            said.saidAt());
            engine.accept(EventBatch.of(List.of(new FeedbackGiven(feedback))));
        }
        count(said.opinion().map(Opinion::text).orElse(FeedbackLine.CLICK));
    }

    private static void publish(FeedbackLine said, FeedbackLog log) {
        try {
            log.publish(said);
        } catch (KafkaException e) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    null,
                    "feedback cannot be taken while the event log is away: try again in a minute");
        }
    }

    private void count(String kind) {
        LongAdder counter = counts.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach(
                (kind, count) ->
                        FunctionCounter.builder("leeswijzer.feedback", count, LongAdder::sum)
                                .description("What readers said of suggestions")
                                .tag("kind", kind)
                                .register(registry));
    }

    @PreDestroy
    void close() {
        log.ifPresent(FeedbackLog::close);
    }
}
