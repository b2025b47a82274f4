package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;

/** From the log of a real broker into a real store. */
class EngineIT {
    private static final String LOANS = "folio.diku.circulation.loan";
    private static final String ITEMS = "folio.diku.inventory.item";
    private static final String DAY = "2026-02-01";

    @Test
    void loansComeInOnceHoweverOftenTheProcessStarts(@TempDir Path folder) throws Exception {
        EngineSettings settings = EngineSettings.in(folder);
        try (BrokerLog log = BrokerLog.empty()) {
            log.create(LOANS, 1);
            log.create(ITEMS, 1);
            for (int patron = 0; patron < 5; patron++) {
                publishLoan(log, patron, "i1");
                publishLoan(log, patron, "i2");
            }
            try (Engine engine = Engine.open(settings, CLOCK)) {
                ConsumerStatus status = consume(log, engine);
                assertThat(status.receipt().count(Outcome.PARKED)).isEqualTo(10);
                assertThat(engine.statistics().loans()).isZero();
            }
            publishItem(log, "i1", "t1");
            publishItem(log, "i2", "t2");
            publishLoan(log, 4, "i2");
            log.publish(Topics.TITLES, "{\"library\":\"diku\",\"id\":\"t1\",\"title\":\"First\"}");
            try (Engine engine = Engine.open(settings, CLOCK)) {
                ConsumerStatus status = consume(log, engine);
                assertThat(status.recordsRead()).isEqualTo(4);
                assertThat(status.receipt().count(Outcome.CATALOGUED)).isEqualTo(3);
                assertThat(engine.statistics().loans()).isEqualTo(10);
                Library diku = new Library("diku");
                int first = engine.catalogue().find(diku, "t1").orElseThrow();
                assertThat(engine.borrowers(diku, first)).hasValue(5);
                assertThat(engine.nextOffset(new LogPartition(LOANS, 0))).hasValue(11);
                assertThat(engine.nextOffset(new LogPartition(Topics.TITLES, 0))).hasValue(1);
            }
        }
    }

    private static ConsumerStatus consume(BrokerLog log, Engine engine)
            throws InterruptedException {
        try (LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(log.bootstrapServers()),
                        engine,
                        engine.secrets(),
                        CLOCK)) {
            consumer.start();
            Await.caughtUp(consumer);
            assertThat(consumer.status().deadLetters()).isZero();
            return consumer.status();
        }
    }

    private static void publishLoan(BrokerLog log, int patron, String item) throws Exception {
        String id = "L" + patron + item;
        log.publish(
                new ProducerRecord<>(
                        LOANS,
                        bytes(id),
                        bytes(
                                "{\"id\":\"e\",\"type\":\"CREATED\",\"tenant\":\"diku\",\"data\":{\"new\":{\"id\":\"%s\",\"userId\":\"u%d\",\"itemId\":\"%s\",\"loanDate\":\"%sT10:00:00Z\",\"action\":\"checkedout\"}}}"
                                        .formatted(id, patron, item, DAY))));
    }

    private static void publishItem(BrokerLog log, String item, String title) throws Exception {
        log.publish(
                ITEMS,
                "{\"eventId\":\"e\",\"type\":\"CREATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"%s\",\"instanceId\":\"%s\"}}"
                        .formatted(item, title));
    }
}
