package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** A broker that goes away and comes back, with what it held. */
class BrokerAwayIT {

    @Test
    void readsOnWhenTheBrokerIsBack(@TempDir Path folder) throws Exception {
        MemorySink sink = new MemorySink();
        EmbeddedBroker first = EmbeddedBroker.start(folder);
        Topics.create(first.bootstrapServers());
        try (LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(first.bootstrapServers()),
                        sink,
                        TestRecords.secrets(),
                        Clock.systemUTC())) {
            consumer.start();
            publish(first, 0, 100);
            Await.caughtUp(consumer);

            first.close();
            ConsumerStatus failing =
                    Await.until(consumer, status -> status.state() == State.FAILING);
            assertThat(failing.lastError()).contains("Timeout");

            try (EmbeddedBroker second = EmbeddedBroker.start(folder)) {
                assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
                publish(second, 100, 200);
                Await.caughtUp(consumer);
                assertThat(consumer.status().state()).isEqualTo(State.READING);
            }
        }
        assertThat(sink.events())
                .isEqualTo(
                        IntStream.range(0, 200)
                                .mapToObj(i -> new TitleGone(ZWOLLE, "t" + i))
                                .toList());
    }

    @Test
    void stopsWhileTheBrokerIsAway(@TempDir Path folder) throws Exception {
        String nowhere;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            nowhere = broker.bootstrapServers();
        }
        LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(nowhere),
                        new MemorySink(),
                        TestRecords.secrets(),
                        Clock.systemUTC());
        consumer.start();
        Await.until(consumer, status -> status.state() == State.FAILING);
        consumer.close();
        assertThat(consumer.status().state()).isEqualTo(State.STOPPED);
    }

    private static void publish(EmbeddedBroker broker, int from, int to) {
        try (BrokerLog log = new BrokerLog(broker.bootstrapServers())) {
            for (int i = from; i < to; i++) {
                log.send(
                        new ProducerRecord<>(
                                Topics.TITLES,
                                0,
                                null,
                                bytes(
                                        "{\"library\":\"zwolle\",\"id\":\"t%d\",\"deleted\":true}"
                                                .formatted(i))));
            }
            log.flush();
        }
    }
}
