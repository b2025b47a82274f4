package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.load.Publisher;

/** What the README says happens when: from the log of a real broker into a real store. */
class OutcomesIT {
    private static final String FOLIO = "folio.diku.circulation.loan";
    private static final String ITEMS = "folio.diku.inventory.item";
    private static final String USERS = "folio.diku.users.users";
    private static final LogPartition FIRST = new LogPartition(Topics.LOANS, 0);

    @TempDir private Path folder;
    private BrokerLog log;
    private Engine engine;
    private LoanConsumer consumer;

    @BeforeEach
    void open() {
        log = BrokerLog.empty();
        engine = Engine.openAtRest(EngineSettings.in(folder), CLOCK);
        consumer = consumer();
    }

    @AfterEach
    void close() {
        consumer.close();
        engine.close();
        log.close();
    }

    @Test
    void aRepeatedLoanCountsOnce() throws Exception {
        for (int time = 0; time < 3; time++) {
            publish(0, loan("1", "p", "t", "2026-02-01"));
            publish(0, loan(null, "p", "u", "2026-02-01"));
        }
        read();
        assertThat(engine.statistics().loans()).isEqualTo(2);
        assertThat(consumer.status().receipt().count(Outcome.REPEATED)).isEqualTo(4);
    }

    @Test
    void theLastWordOnALoanHoldsAndALateOneCountsForItsDay() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        publish(0, loan("2", "q", "t", "2026-02-02"));
        publish(0, loan("1", "p", "u", "2026-02-03"));
        publish(0, loan("3", "q", "u", "2025-01-01"));
        publish(0, "{\"library\":\"zwolle\",\"loanId\":\"2\",\"forgotten\":true}");
        read();
        assertThat(consumer.status().receipt().count(Outcome.CORRECTED)).isEqualTo(1);
        assertThat(engine.statistics().loans()).isEqualTo(2);
        assertThat(engine.loans().patrons()).hasSize(2);
    }

    @Test
    void theOrderOfTopicsDoesNotMatter() throws Exception {
        log.create(FOLIO, 1);
        publishFolioLoan("l1", "i1");
        read();
        assertThat(engine.statistics().parkedLoans()).isEqualTo(1);
        log.create(ITEMS, 1);
        log.publish(
                ITEMS,
                "{\"type\":\"CREATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"i1\",\"instanceId\":\"t1\"}}");
        Await.caughtUp(consumer);
        assertThat(engine.statistics().parkedLoans()).isZero();
        assertThat(engine.statistics().loans()).isEqualTo(1);
    }

    @Test
    void aRestartGoesOnAndCountsNothingTwice() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        read();
        restart();
        publish(0, loan("2", "p", "u", "2026-02-01"));
        read();
        assertThat(consumer.status().recordsRead()).isEqualTo(1);
        assertThat(engine.statistics().loans()).isEqualTo(2);
        assertThat(engine.nextOffset(FIRST)).hasValue(2);
    }

    @Test
    void aTopicMayGetMorePartitionsAndAnErasureStillComesBehindEveryLoan() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        consumer.start();
        Await.caughtUp(consumer);
        log.grow(Topics.LOANS, 9);
        publish(8, loan("2", "p", "u", "2026-02-01"));
        Await.caughtUp(consumer);
        assertThat(engine.statistics().loans()).isEqualTo(2);

        try (Publisher publisher = Publisher.to(log.bootstrapServers())) {
            publisher.take(
                    List.of(
                            new PatronErased(
                                    ZWOLLE,
                                    engine.secrets().pseudonymiser(ZWOLLE).patron("p"),
                                    CLOCK.instant())));
            publisher.finish();
        }
        assertThat(log.records(Topics.LOANS)).hasSize(2 + 9);
        Await.caughtUp(consumer);
        assertThat(engine.statistics().loans()).isZero();
        consumer.close();

        // A store that reads all of it anew, its partitions in whatever order, ends the same.
        try (Engine other = Engine.openAtRest(settings("other"), CLOCK);
                LoanConsumer reading = consumer(other)) {
            reading.start();
            Await.caughtUp(reading);
            assertThat(other.statistics().loans()).isZero();
        }
    }

    @Test
    void aTopicMadeAnewIsReadFromItsBeginningHoweverLongItIs() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        read();
        stop();
        remake();
        publish(0, loan("2", "p", "u", "2026-02-01"));
        publish(0, loan("3", "p", "v", "2026-02-01"));
        read();
        assertThat(engine.statistics().loans()).isEqualTo(3);
        assertThat(consumer.status().readAnew()).isEqualTo(1);
        assertThat(consumer.status().lost().ranges()).isZero();
        assertThat(engine.nextOffset(FIRST)).hasValue(2);

        // And while it is being read; whoever read on from offset 2 would miss two of three.
        remake();
        for (String id : List.of("4", "5", "6")) {
            publish(0, loan(id, "p", "w" + id, "2026-02-01"));
        }
        Await.caughtUp(consumer);
        assertThat(engine.statistics().loans()).isEqualTo(6);
        assertThat(engine.nextOffset(FIRST)).hasValue(3);
        stop();
        read();
        assertThat(consumer.status().recordsRead()).isZero();
        assertThat(consumer.status().readAnew()).isZero();
    }

    @Test
    void whatTheBrokerDeletedBeforeItWasReadIsToldOnceAndTheRestIsRead() throws Exception {
        publish(0, loan("1", "p", "t1", "2026-02-01"));
        read();
        stop();
        for (int i = 2; i <= 6; i++) {
            publish(0, loan("" + i, "p", "t" + i, "2026-02-01"));
        }
        log.truncate(new TopicPartition(Topics.LOANS, 0), 4);
        read();
        ConsumerStatus.Lost lost = consumer.status().lost();
        assertThat(lost.ranges()).isEqualTo(1);
        assertThat(lost.records()).isEqualTo(3);
        assertThat(lost.last())
                .containsExactly(new LostRange(FIRST, 1, 4, lost.last().get(0).noticed()));
        assertThat(engine.statistics().loans()).isEqualTo(3);
        stop();
        read();
        assertThat(consumer.status().lost().ranges()).isZero();
    }

    @Test
    void aBackfillDoesNotKeepLiveLoansWaitingAndCountsNothingTwice() throws Exception {
        int backfill = 40_000;
        for (int i = 0; i < backfill; i++) {
            log.send(
                    new ProducerRecord<>(
                            Topics.LOANS,
                            0,
                            null,
                            bytes(
                                    loan(
                                            "b" + i % 30_000,
                                            "p" + i % 999,
                                            "t" + i % 77,
                                            "2025-03-01"))));
        }
        log.flush();
        log.create(FOLIO, 1);
        log.publish(FOLIO, "{\"type\":\"ALL_DELETED\",\"tenant\":\"diku\"}");
        MemorySink sink = new MemorySink();
        try (LoanConsumer reading =
                new LoanConsumer(
                        ConsumerSettings.of(log.bootstrapServers()),
                        sink,
                        TestRecords.secrets(),
                        CLOCK)) {
            reading.start();
            Await.caughtUp(reading);
        }
        assertThat(sink.events()).hasSize(backfill + 1);
        int live =
                IntStream.range(0, backfill + 1)
                        .filter(i -> sink.events().get(i).library().code().equals("diku"))
                        .findFirst()
                        .orElseThrow();
        assertThat(live).isLessThan(backfill * 3 / 4);

        read();
        assertThat(engine.statistics().loans()).isEqualTo(30_000);
    }

    @Test
    void aReplayLeavesTheStoreAsItWas() throws Exception {
        log.create(FOLIO, 1);
        log.create(ITEMS, 1);
        log.publish(
                ITEMS,
                "{\"type\":\"CREATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"i1\",\"instanceId\":\"t1\"}}");
        publishFolioLoan("l1", "i1");
        publishFolioLoan("l2", "unknown");
        for (int i = 0; i < 60; i++) {
            publish(i % 4, loan("" + i, "p" + i % 8, "t" + i % 5, "2026-02-01"));
        }
        publish(3, loan("59", "p59", "t1", "2026-02-02"));
        publish(0, "{\"library\":\"zwolle\",\"loanId\":\"4\",\"forgotten\":true}");
        publish(1, "{\"library\":\"zwolle\",\"patron\":\"p1\",\"erased\":true}");
        read();
        Fingerprint before = fingerprint();
        long read = consumer.status().recordsRead();

        assertThat(consumer.replay(new ReplayOrder.FromOffsets(Map.of(FIRST, 3L))))
                .containsExactly(new Rewound(FIRST, 3, 16));
        Await.caughtUp(consumer);
        assertThat(consumer.status().recordsRead()).isEqualTo(read + 13);
        assertThat(fingerprint()).isEqualTo(before);

        List<Rewound> all = consumer.replay(new ReplayOrder.FromTime(Instant.EPOCH));
        assertThat(all).extracting(Rewound::from).containsOnly(0L);
        assertThat(all)
                .hasSize(6)
                .extracting(Rewound::partition)
                .contains(new LogPartition(FOLIO, 0));
        Await.caughtUp(consumer);
        assertThat(consumer.status().recordsRead()).isEqualTo(read + 13 + read);
        assertThat(consumer.status().replays()).isEqualTo(2);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(engine.nextOffset(FIRST)).hasValue(16);
        Instant later = consumer.status().lastRecord().plusSeconds(1);
        assertThat(consumer.replay(new ReplayOrder.FromTime(later))).isEmpty();
    }

    @Test
    void whoWasErasedOrOptedOutStaysAwayWhateverIsReadAgainOrComesLate() throws Exception {
        log.create(FOLIO, 1);
        log.create(ITEMS, 1);
        log.create(USERS, 1);
        log.publish(
                ITEMS,
                "{\"type\":\"CREATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"i1\",\"instanceId\":\"t1\"}}");
        publishFolioLoan("l1", "i1");
        publishFolioLoan("l2", "unknown");
        publish(0, loan("1", "p", "t1", "2026-02-01"));
        publish(1, loan("2", "q", "t1", "2026-02-01"));
        publish(2, loan("3", "stays", "t1", "2026-02-01"));
        read();
        assertThat(engine.statistics().loans()).isEqualTo(4);
        log.publish(
                new ProducerRecord<>(
                        USERS, 0, bytes("u"), bytes("{\"type\":\"DELETED\",\"tenant\":\"diku\"}")));
        // Each in a partition of its own, where no loan of theirs is.
        publish(3, "{\"library\":\"zwolle\",\"patron\":\"p\",\"erased\":true}");
        publish(3, "{\"library\":\"zwolle\",\"patron\":\"q\",\"optOut\":true}");
        publish(0, loan("4", "q", "t2", "2026-03-01"));
        Await.caughtUp(consumer);
        assertOnlyOneStays(engine);
        Fingerprint after = fingerprint();

        // A letter of before, read again: published as if it were new.
        publishFolioLoan("l3", "i1");
        publish(1, loan("5", "p", "t2", "2026-02-11"));
        Await.caughtUp(consumer);
        assertOnlyOneStays(engine);
        assertThat(consumer.replay(new ReplayOrder.FromTime(Instant.EPOCH))).hasSize(7);
        Await.caughtUp(consumer);
        assertOnlyOneStays(engine);
        assertThat(fingerprint()).isEqualTo(after);

        // Loans alone, as read by whoever stopped in the midst of a replay.
        assertThat(replay(new LogPartition(FOLIO, 0), 0)).hasSize(1);
        Await.caughtUp(consumer);
        assertOnlyOneStays(engine);
        stop();
        try (Engine other =
                        Engine.openAtRest(
                                new EngineSettings(
                                        folder.resolve("other"),
                                        folder.resolve("secrets"),
                                        3,
                                        OptionalInt.empty(),
                                        1),
                                CLOCK);
                LoanConsumer reading = consumer(other)) {
            reading.start();
            Await.caughtUp(reading);
            assertOnlyOneStays(other);
        }
    }

    private static void assertOnlyOneStays(Engine engine) {
        assertThat(engine.statistics().loans()).isEqualTo(1);
        assertThat(engine.statistics().parkedLoans()).isZero();
        assertThat(engine.statistics().patrons()).isEqualTo(1);
    }

    @Test
    void aReplayOfAStoreThatIsNotServedIsReadWhenItIs() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        publish(0, loan("2", "q", "t", "2026-02-01"));
        read();
        stop();
        Fingerprint before = fingerprint();
        ReplayOrder order = new ReplayOrder.FromOffsets(Map.of(FIRST, 1L));
        LogReplay replay =
                new LogReplay(settings(), new Decoders("folio", engine.secrets(), CLOCK));
        assertThat(replay.run(order, engine)).containsExactly(new Rewound(FIRST, 1, 2));
        assertThat(engine.nextOffset(FIRST)).hasValue(1);
        read();
        assertThat(consumer.status().recordsRead()).isEqualTo(1);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void aReplayIsRefusedWhereItWouldSkipOrMissSomething() throws Exception {
        publish(0, loan("1", "p", "t", "2026-02-01"));
        publish(0, loan("2", "q", "t", "2026-02-01"));
        read();
        log.truncate(new TopicPartition(Topics.LOANS, 0), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(FIRST, 3))
                .withMessage(
                        "offset of leeswijzer.loans-0 is 3, which is not read yet: give at most 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(FIRST, 0))
                .withMessage(
                        "offset of leeswijzer.loans-0 is 0, which the broker has deleted: give at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(new LogPartition("other", 0), 0))
                .withMessageStartingWith(
                        "other-0 is not read: give one of leeswijzer.feedback-0, leeswijzer.loans-0, ");
        assertThat(engine.nextOffset(FIRST)).hasValue(2);
        assertThat(replay(FIRST, 1)).hasSize(1);
    }

    private List<Rewound> replay(LogPartition partition, long offset) throws InterruptedException {
        return consumer.replay(new ReplayOrder.FromOffsets(Map.of(partition, offset)));
    }

    private Fingerprint fingerprint() {
        engine.sweep(Progress.SILENT);
        return engine.fingerprint();
    }

    private EngineSettings settings(String name) {
        return EngineSettings.in(folder.resolve(name));
    }

    private ConsumerSettings settings() {
        return new ConsumerSettings(
                log.bootstrapServers(), "folio", Duration.ofMillis(300), Map.of());
    }

    private LoanConsumer consumer() {
        return consumer(engine);
    }

    private LoanConsumer consumer(Engine sink) {
        return new LoanConsumer(settings(), sink, engine.secrets(), CLOCK);
    }

    private void read() throws InterruptedException {
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(consumer.status().deadLetters()).isZero();
    }

    private void stop() {
        consumer.close();
        consumer = consumer();
    }

    private void restart() {
        consumer.close();
        engine.close();
        engine = Engine.openAtRest(EngineSettings.in(folder), CLOCK);
        consumer = consumer();
    }

    private void remake() throws Exception {
        log.delete(Topics.LOANS);
        Topics.create(log.bootstrapServers());
    }

    private void publish(int partition, String line) throws Exception {
        log.publish(new ProducerRecord<>(Topics.LOANS, partition, null, bytes(line)));
    }

    private void publishFolioLoan(String id, String item) throws Exception {
        log.publish(
                FOLIO,
                "{\"type\":\"CREATED\",\"tenant\":\"diku\",\"data\":{\"new\":{\"id\":\"%s\",\"userId\":\"u\",\"itemId\":\"%s\",\"loanDate\":\"2026-02-01T10:00:00Z\"}}}"
                        .formatted(id, item));
    }

    private static String loan(String id, String patron, String title, String day) {
        return "{\"library\":\"zwolle\",%s\"patron\":\"%s\",\"title\":\"%s\",\"loanedAt\":\"%s\"}"
                .formatted(id == null ? "" : "\"loanId\":\"" + id + "\",", patron, title, day);
    }
}
