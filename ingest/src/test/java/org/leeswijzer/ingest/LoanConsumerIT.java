package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/** The consumer against a real broker, with a sink that can be full or broken. */
class LoanConsumerIT {
    private static final LogPartition TITLES = new LogPartition(Topics.TITLES, 0);

    private final MemorySink sink = new MemorySink();
    private final Secrets secrets = TestRecords.secrets();
    private BrokerLog log;
    private LoanConsumer consumer;

    @BeforeEach
    void emptyLog() {
        log = BrokerLog.empty();
        consumer = consumer();
    }

    @AfterEach
    void close() {
        consumer.close();
        log.close();
    }

    @Test
    void readsAllPartitionsOfAllTopicsAndSaysHowFarItIs() throws Exception {
        log.create("folio.diku.inventory.item", 2);
        for (int partition = 0; partition < 4; partition++) {
            log.publish(new ProducerRecord<>(Topics.LOANS, partition, null, gone(partition)));
        }
        publishTitles(10, 13);
        log.publish(
                new ProducerRecord<>(
                        "folio.diku.inventory.item",
                        1,
                        bytes("k"),
                        bytes(
                                "{\"type\":\"CREATE\",\"new\":{\"id\":\"i\",\"instanceId\":\"t\"}}")));
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(sink.events()).hasSize(8);
        assertThat(sink.nextOffset(TITLES)).hasValue(3);
        ConsumerStatus status = consumer.status();
        assertThat(status.state()).isEqualTo(State.READING);
        assertThat(status.recordsRead()).isEqualTo(8);
        assertThat(status.receipt().count(Outcome.COUNTED)).isEqualTo(8);
        assertThat(status.lag()).hasSize(4 + 1 + 1 + 2).containsEntry(TITLES, 0L);
        assertThat(status.lastError()).isNull();
    }

    @Test
    void goesOnWhereTheStoreSays() throws Exception {
        publishTitles(0, 10);
        sink.setNextOffset(TITLES, 7);
        consumer.start();
        Await.caughtUp(consumer);
        consumer.close();
        assertThat(sink.events()).containsExactly(event(7), event(8), event(9));

        publishTitles(10, 12);
        consumer = consumer();
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(sink.events())
                .containsExactly(event(7), event(8), event(9), event(10), event(11));
    }

    @Test
    void readsWhatIsLeftOfAPartitionThatNoLongerHoldsTheNextOffset() throws Exception {
        publishTitles(0, 10);
        log.truncate(new TopicPartition(Topics.TITLES, 0), 4);
        sink.setNextOffset(TITLES, 2);
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(sink.events())
                .isEqualTo(IntStream.range(4, 10).mapToObj(LoanConsumerIT::event).toList());
        assertThat(consumer.status().lost().records()).isEqualTo(2);
        assertThat(consumer.status().lost().last())
                .singleElement()
                .hasToString("leeswijzer.titles-0 offsets 2 to 3");
        assertThat(consumer.status().readAnew()).isZero();
        assertThat(sink.nextOffset(TITLES)).hasValue(10);
        consumer.close();

        // Nor does one that was made anew, and is shorter than it was.
        sink.setNextOffset(TITLES, 1_000);
        consumer = consumer();
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(consumer.status().readAnew()).isEqualTo(1);
        assertThat(consumer.status().lost().ranges()).isZero();
        assertThat(sink.nextOffset(TITLES)).hasValue(10);
    }

    @Test
    void readsAllOfAPartitionThatIsCutWhileItIsRead() throws Exception {
        consumer.start();
        publishTitles(0, 3);
        Await.caughtUp(consumer);
        sink.setBehind(true);
        Await.until(consumer, ConsumerStatus::paused);
        publishTitles(3, 10);
        log.truncate(new TopicPartition(Topics.TITLES, 0), 6);
        sink.setBehind(false);
        Await.caughtUp(consumer);
        assertThat(sink.events())
                .containsExactly(
                        event(0), event(1), event(2), event(6), event(7), event(8), event(9));
    }

    @Test
    void waitsWhileTheSinkIsBehind() throws Exception {
        consumer.start();
        Await.caughtUp(consumer);
        sink.setBehind(true);
        Await.until(consumer, ConsumerStatus::paused);
        publishTitles(0, 5);
        Await.until(consumer, status -> status.totalLag() == 5);
        assertThat(sink.events()).isEmpty();
        assertThat(consumer.status().paused()).isTrue();

        sink.setBehind(false);
        Await.caughtUp(consumer);
        assertThat(sink.events()).hasSize(5);
        assertThat(consumer.status().state()).isEqualTo(State.READING);
    }

    @Test
    void triesAgainWhenTheStoreFailsAndLosesNothing() throws Exception {
        sink.setBroken(true);
        publishTitles(0, 5);
        consumer.start();
        ConsumerStatus failing = Await.until(consumer, status -> status.state() == State.FAILING);
        assertThat(failing.lastError()).isEqualTo("StoreException: no space left (store memory)");
        assertThat(sink.events()).isEmpty();

        sink.setBroken(false);
        Await.caughtUp(consumer);
        assertThat(sink.events())
                .isEqualTo(IntStream.range(0, 5).mapToObj(LoanConsumerIT::event).toList());
        assertThat(consumer.status().state()).isEqualTo(State.READING);
        assertThat(consumer.status().recordsRead()).isEqualTo(5);
    }

    @Test
    void findsNewTopicsAndPartitionsWhileItRuns() throws Exception {
        consumer.start();
        Await.caughtUp(consumer);
        log.create("folio.nieuw.circulation.loan", 1);
        log.publish("folio.nieuw.circulation.loan", "{\"type\":\"ALL_DELETED\"}");
        Await.until(consumer, status -> status.recordsRead() == 1);

        log.grow(Topics.TITLES, 2);
        log.publish(new ProducerRecord<>(Topics.TITLES, 1, null, gone(1)));
        Await.until(consumer, status -> status.recordsRead() == 2);
        assertThat(sink.events()).contains(event(1));
        Await.caughtUp(consumer);
        assertThat(consumer.status().lag()).containsEntry(new LogPartition(Topics.TITLES, 1), 0L);
    }

    @Test
    void countsWhatItIgnores() throws Exception {
        log.publish(new ProducerRecord<>(Topics.LOANS, 0, bytes("k"), null));
        log.create("folio.diku.users.users", 1);
        log.publish("folio.diku.users.users", "{\"type\":\"CREATED\"}");
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(consumer.status().ignored())
                .isEqualTo(Map.of(Cause.TOMBSTONE, 1L, Cause.OTHER_TYPE, 1L));
        assertThat(sink.nextOffset(new LogPartition(Topics.LOANS, 0))).hasValue(1);
        assertThat(log.values(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void stopsWithoutLosingWhatItDidNotStore() throws Exception {
        publishTitles(0, 2_000);
        consumer.start();
        Await.until(consumer, status -> status.state() != State.STARTING);
        consumer.close();
        assertThat(consumer.status().state()).isEqualTo(State.STOPPED);
        assertThat(sink.nextOffset(TITLES).orElse(0)).isEqualTo(sink.events().size());
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain(LoanConsumer.DEFAULT_THREAD_NAME);

        consumer = consumer();
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(sink.events())
                .isEqualTo(IntStream.range(0, 2_000).mapToObj(LoanConsumerIT::event).toList());
    }

    @Test
    void runsOnOneThreadOfTheNameItIsGiven() {
        consumer.start("reader-of-test");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .containsOnlyOnce("reader-of-test");
        assertThatIllegalStateException().isThrownBy(() -> consumer.start());
        consumer.close();
        consumer.close();
    }

    @Test
    void commitsNothingToKafka() throws Exception {
        publishTitles(0, 1);
        consumer.start();
        Await.caughtUp(consumer);
        assertThat(log.topics()).doesNotContain("__consumer_offsets");
    }

    private LoanConsumer consumer() {
        ConsumerSettings settings =
                new ConsumerSettings(
                        log.bootstrapServers(), "folio", Duration.ofMillis(300), Map.of());
        return new LoanConsumer(settings, sink, secrets, Clock.systemUTC());
    }

    private void publishTitles(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            log.send(new ProducerRecord<>(Topics.TITLES, 0, null, gone(i)));
        }
        log.flush();
    }

    private static byte[] gone(int i) {
        return bytes("{\"library\":\"zwolle\",\"id\":\"t%d\",\"deleted\":true}".formatted(i));
    }

    private static LibraryEvent event(int i) {
        return new TitleGone(ZWOLLE, "t" + i);
    }
}
