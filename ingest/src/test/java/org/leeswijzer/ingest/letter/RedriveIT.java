package org.leeswijzer.ingest.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.BrokerLog;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.DeadLetters;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.LogPosition;
import org.leeswijzer.ingest.MemorySink;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.letter.Redriven.Result;
import org.leeswijzer.ingest.load.Publisher;

/** Records that could not be read, and can once their cause is mended: here, a clock that was a year behind. */
class RedriveIT {
    private static final String FOLIO = "folio.diku.circulation.loan";
    private static final String ITEMS = "folio.diku.inventory.item";
    private static final String USERS = "folio.diku.users.users";
    private final Clock behind =
            Clock.fixed(CLOCK.instant().minus(Duration.ofDays(365)), ZoneOffset.UTC);

    private final MemorySink sink = new MemorySink();
    private final Secrets secrets = TestRecords.secrets();
    private BrokerLog log;

    @BeforeEach
    void emptyLog() throws Exception {
        log = BrokerLog.empty();
        log.create(FOLIO, 1);
        log.create(ITEMS, 1);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsReadableNowIsHeardByTheConsumerAndItsLetterIsDoneWith() throws Exception {
        publishLoan("\"i1\"");
        publishLoan("null");
        read(behind);
        assertThat(sink.events()).isEmpty();
        assertThat(open())
                .extracting(Letter::reason)
                .containsExactly(
                        "data.new.loanDate is in the future: check the clock and time zone of the source",
                        "data.new.itemId is missing: give an id");

        List<Redriven> done = redrive(CLOCK);
        assertThat(done)
                .extracting(Redriven::result)
                .containsExactly(Result.PUBLISHED, Result.STILL_BAD);
        assertThat(open()).extracting(Letter::position).containsExactly(position(FOLIO, 1));
        read(CLOCK);
        assertThat(sink.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        LoanMade.class,
                        loan ->
                                assertThat(loan.patron())
                                        .isEqualTo(
                                                secrets.pseudonymiser(new Library("diku"))
                                                        .patron(PATRON)));

        assertThat(redrive(CLOCK)).extracting(Redriven::result).containsExactly(Result.STILL_BAD);
        read(CLOCK);
        assertThat(sink.events()).hasSize(1);
        assertThat(log.values(Topics.LOANS)).noneMatch(line -> line.contains(PATRON));
    }

    @Test
    void aCopyIsRedrivenAndWhatIsGoneOrTooLateStays() throws Exception {
        log.publish(ITEMS, "{\"type\":\"CREATE\",\"new\":{\"id\":\"i1\"}}");
        log.publish(FOLIO, "{\"type\":\"ALL_DELETED\",\"tenant\":\"?\"}");
        log.publish(FOLIO, "not even JSON");
        read(CLOCK);
        assertThat(open()).hasSize(3);
        log.truncate(new TopicPartition(FOLIO, 0), 1);
        assertThat(redrive(CLOCK))
                .extracting(Redriven::result)
                .containsExactly(Result.GONE, Result.STILL_BAD, Result.STILL_BAD);
        assertThat(open()).hasSize(3);

        // As after a change of a decoder: letters of records that are readable.
        long item =
                log.publish(
                        ITEMS,
                        "{\"type\":\"CREATE\",\"new\":{\"id\":\"i2\",\"instanceId\":\"t2\"}}");
        long all = log.publish(FOLIO, "{\"type\":\"ALL_DELETED\"}");
        long other = log.publish(FOLIO, "{\"type\":\"SOMETHING\"}");
        log.publish(Topics.DEAD_LETTERS, letter(ITEMS, item));
        log.publish(Topics.DEAD_LETTERS, letter(FOLIO, all));
        log.publish(Topics.DEAD_LETTERS, letter(FOLIO, other));
        log.publish(Topics.DEAD_LETTERS, "whatever this is");
        assertThat(redrive(CLOCK))
                .extracting(Redriven::result)
                .containsExactly(
                        Result.GONE,
                        Result.STILL_BAD,
                        Result.TOO_LATE,
                        Result.IGNORED,
                        Result.STILL_BAD,
                        Result.PUBLISHED);
        assertThat(open()).hasSize(4);
        assertThat(log.values(Topics.TITLES))
                .containsExactly("{\"library\":\"diku\",\"item\":\"i2\",\"title\":\"t2\"}");
        read(CLOCK);
        assertThat(sink.events()).contains(new ItemSeen(new Library("diku"), "i2", "t2"));
    }

    @Test
    void aLetterDoesNotBringBackWhoWasErasedSince(@TempDir Path folder) throws Exception {
        log.create(USERS, 1);
        publishLoan("\"i1\"");
        try (Engine engine = Engine.openAtRest(EngineSettings.in(folder), CLOCK)) {
            read(behind, engine);
            assertThat(open()).hasSize(1);
            log.publish(
                    new ProducerRecord<>(USERS, 0, bytes(PATRON), bytes("{\"type\":\"DELETED\"}")));
            assertThat(redrive(CLOCK))
                    .extracting(Redriven::result)
                    .containsExactly(Result.PUBLISHED);
            read(CLOCK, engine);
            assertThat(engine.statistics().parkedLoans()).isZero();
            assertThat(engine.statistics().loans()).isZero();
        }
    }

    @Test
    void theRecordItselfIsShownWithoutWhatItSays() throws Exception {
        publishLoan("null");
        read(CLOCK);
        try (Letters letters = new Letters(settings())) {
            Letter letter = letters.open().get(0);
            assertThat(letter.position()).hasToString(FOLIO + "-0=0");
            byte[] value = letters.source(letter.position()).orElseThrow().value();
            assertThat(new String(value, StandardCharsets.UTF_8)).contains(PATRON);
            assertThat(Shapes.of(value))
                    .contains(
                            "data.new.userId text of 16 A-9999-9999-9999", "data.new.itemId null");
            assertThat(letters.source(position(FOLIO, 1))).isEmpty();
            assertThat(letters.source(position("none", 0))).isEmpty();
        }
    }

    private List<Letter> open() {
        try (Letters letters = new Letters(settings())) {
            return letters.open();
        }
    }

    private List<Redriven> redrive(Clock clock) {
        try (Letters letters = new Letters(settings());
                Publisher publisher = Publisher.to(log.bootstrapServers());
                DeadLetters marks = new DeadLetters(settings(), clock)) {
            Decoders decoders = new Decoders("folio", secrets, clock);
            return new Redrive(letters, decoders, publisher, marks).run(letters.open());
        }
    }

    private void read(Clock clock) throws InterruptedException {
        read(clock, sink);
    }

    private void read(Clock clock, EventSink into) throws InterruptedException {
        try (LoanConsumer consumer = new LoanConsumer(settings(), into, secrets, clock)) {
            consumer.start();
            assertThat(consumer.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        }
    }

    private ConsumerSettings settings() {
        return new ConsumerSettings(
                log.bootstrapServers(), "folio", Duration.ofSeconds(30), Map.of());
    }

    private void publishLoan(String item) throws Exception {
        log.publish(
                FOLIO,
                "{\"type\":\"CREATED\",\"data\":{\"new\":{\"id\":\"l\",\"userId\":\"%s\",\"itemId\":%s,\"loanDate\":\"2026-02-01\"}}}"
                        .formatted(PATRON, item));
    }

    private static LogPosition position(String topic, long offset) {
        return new LogPosition(new LogPartition(topic, 0), offset);
    }

    private static String letter(String topic, long offset) {
        return "{\"topic\":\"%s\",\"partition\":0,\"offset\":%d,\"reason\":\"r\",\"at\":\"2026-03-01T12:00:00Z\"}"
                .formatted(topic, offset);
    }
}
