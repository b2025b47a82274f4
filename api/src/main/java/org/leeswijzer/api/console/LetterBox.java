package org.leeswijzer.api.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.DeadLetters;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.LogPosition;
import org.leeswijzer.ingest.letter.Letter;
import org.leeswijzer.ingest.letter.Letters;
import org.leeswijzer.ingest.letter.Redrive;
import org.leeswijzer.ingest.letter.Redriven;
import org.leeswijzer.ingest.letter.Shapes;
import org.leeswijzer.ingest.load.Publisher;

/** The dead letters of the event log that is read, with clients of the broker that last for one question. */
@Singleton
final class LetterBox {
    private final Optional<ConsumerSettings> log;
    private final Engine engine;
    private final Clock clock;

    LetterBox(KafkaSettings kafka, Engine engine, Clock clock) {
        log = kafka.consumer();
        this.engine = engine;
        this.clock = clock;
    }

    /** Whether there can be any. */
    boolean isThere() {
        return log.isPresent();
    }

    /**
     * Those that are not done with.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    List<Letter> open() {
        try (Letters letters = new Letters(log.orElseThrow())) {
            return letters.open();
        }
    }

    /**
     * One of them, and the record that it is of without what that says.
     *
     * @throws IllegalArgumentException if there is no such letter
     */
    LetterView show(LogPosition position) {
        try (Letters letters = new Letters(log.orElseThrow())) {
            Letter letter =
                    letters.open().stream()
                            .filter(each -> each.position().equals(position))
                            .findFirst()
                            .orElseThrow(() -> unknown(position));
            List<String> shapes =
                    letters.source(position)
                            .map(ConsumerRecord::value)
                            .map(Shapes::of)
                            .orElse(List.of());
            return new LetterView(letter, shapes);
        }
    }

    private static IllegalArgumentException unknown(LogPosition position) {
        return new IllegalArgumentException(
                "%s has no open letter: give one that list shows".formatted(position));
    }

    /**
     * Has records read again.
     *
     * @param chosen of whose letters
     * @return what came of each
     * @throws IllegalStateException if no log is read here
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer; do it again then
     */
    List<Redriven> redrive(Predicate<Letter> chosen) {
        ConsumerSettings settings =
                log.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no log is read here: set leeswijzer.kafka.bootstrap-servers"));
        try (Letters letters = new Letters(settings);
                Publisher publisher =
                        Publisher.to(
                                settings.bootstrapServers(),
                                settings.kafkaProperties(),
                                engine.secrets()::rotation);
                DeadLetters marks = new DeadLetters(settings, clock)) {
            List<Letter> wanted = letters.open().stream().filter(chosen).toList();
            Decoders decoders = new Decoders(settings.folioEnv(), engine.secrets(), clock);
            return new Redrive(letters, decoders, publisher, marks).run(wanted);
        }
    }
}
