package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.Publisher;

/** A log of which a part was published before a secret was rotated. */
class RotationIT {
    @TempDir private Path folder;
    private BrokerLog log;

    @BeforeEach
    void open() {
        log = BrokerLog.empty();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatWasPublishedBeforeNamesTheSamePatronsAndLoansAfter() throws Exception {
        try (Engine engine = Engine.openAtRest(settings(""), CLOCK)) {
            publish(engine, 40);
            try (LoanConsumer consumer = consumer(engine)) {
                Await.caughtUp(consumer);
            }
            assertThat(engine.statistics().loans()).isEqualTo(40);
            assertThat(engine.secretRotation().rotate(ZWOLLE)).isEqualTo(1);
        }
        try (Engine engine = Engine.openAtRest(settings(""), CLOCK)) {
            publish(engine, 40);
            try (LoanConsumer consumer = consumer(engine)) {
                Await.caughtUp(consumer);
                assertThat(consumer.status().receipt().count(Outcome.REPEATED)).isEqualTo(40);
                consumer.replay(new ReplayOrder.FromTime(Instant.EPOCH));
                Await.caughtUp(consumer);
                assertThat(consumer.status().receipt().count(Outcome.COUNTED)).isZero();
                assertThat(consumer.status().receipt().count(Outcome.CORRECTED)).isZero();
                assertThat(engine.statistics().loans()).isEqualTo(40);
                erase(engine);
                Await.caughtUp(consumer);
                assertThat(engine.statistics().loans()).isEqualTo(35);
                consumer.replay(new ReplayOrder.FromTime(Instant.EPOCH));
                Await.caughtUp(consumer);
                assertThat(engine.statistics().loans()).isEqualTo(35);
            }
            assertThat(readAnew()).isEqualTo(engine.statistics().patrons());
        }
    }

    /** What another store with the same secrets makes of all of the log. */
    private long readAnew() throws Exception {
        EngineSettings other =
                new EngineSettings(
                        folder.resolve("other"), settings("").secrets(), 3, OptionalInt.empty(), 1);
        try (Engine engine = Engine.openAtRest(other, CLOCK);
                LoanConsumer consumer = consumer(engine)) {
            Await.caughtUp(consumer);
            assertThat(engine.statistics().loans()).isEqualTo(35);
            return engine.statistics().patrons();
        }
    }

    @Test
    void aServiceWithoutTheNewSecretTellsOfEveryRecordWhatItLacks() throws Exception {
        EngineSettings other = settings("other-");
        try (Engine engine = Engine.openAtRest(settings(""), CLOCK)) {
            publish(engine, 5);
            Files.createDirectories(other.secrets());
            Files.copy(
                    settings("").secrets().resolve("zwolle.secret"),
                    other.secrets().resolve("zwolle.secret"));
            engine.secretRotation().rotate(ZWOLLE);
            publish(engine, 8);
        }
        try (Engine engine = Engine.openAtRest(other, CLOCK);
                LoanConsumer consumer = consumer(engine)) {
            Await.caughtUp(consumer);
            assertThat(engine.statistics().loans()).isEqualTo(5);
            assertThat(consumer.status().deadLetters()).isEqualTo(8);
        }
        assertThat(log.records(Topics.DEAD_LETTERS))
                .hasSize(8)
                .allSatisfy(
                        letter ->
                                assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                                        .contains("copy zwolle.1.secret from the machine"));
    }

    private void publish(Engine engine, int loans) throws Exception {
        String lines =
                IntStream.range(0, loans)
                        .mapToObj(
                                i ->
                                        "{%s\"patron\":\"p%d\",\"title\":\"t%d\",\"loanedAt\":\"2026-02-01\"}"
                                                .formatted(
                                                        i % 2 == 0
                                                                ? "\"loanId\":\"%d\",".formatted(i)
                                                                : "",
                                                        i % 8,
                                                        i / 8))
                        .collect(Collectors.joining("\n"));
        try (Publisher publisher =
                        Publisher.to(log.bootstrapServers(), Map.of(), engine.secrets()::rotation);
                SourceFile file =
                        SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes(lines)))) {
            var unused =
                    new Importer(Kind.LOANS, ZWOLLE, Columns.BY_NAME, engine.secrets(), CLOCK)
                            .run(file, publisher, Progress.SILENT);
        }
    }

    private void erase(Engine engine) {
        try (Publisher publisher =
                Publisher.to(log.bootstrapServers(), Map.of(), engine.secrets()::rotation)) {
            publisher.take(
                    List.of(
                            new PatronErased(
                                    ZWOLLE,
                                    engine.secrets().pseudonymiser(ZWOLLE).patron("p1"),
                                    CLOCK.instant())));
            publisher.finish();
        }
    }

    private LoanConsumer consumer(Engine engine) {
        LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(log.bootstrapServers()),
                        engine,
                        engine.secrets(),
                        CLOCK);
        consumer.start();
        return consumer;
    }

    private EngineSettings settings(String name) {
        return new EngineSettings(
                folder.resolve(name + "store"),
                folder.resolve(name + "secrets"),
                3,
                OptionalInt.empty(),
                1);
    }
}
