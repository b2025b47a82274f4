package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.RecordId;
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

    @Test
    void loansOfAllTenantsInOneTopicCountForTheTenantOfTheirHeader(@TempDir Path folder)
            throws Exception {
        String loans = "folio.ALL.circulation.loan";
        String items = "folio.ALL.inventory.item";
        try (BrokerLog log = BrokerLog.empty();
                Engine engine = Engine.open(EngineSettings.in(folder), CLOCK)) {
            log.create(loans, 1);
            log.create(items, 1);
            for (String tenant : List.of("diku", "college-two")) {
                log.publish(of(tenant, items, "i1", item("i1", "t1")));
                for (int patron = 0; patron < 4; patron++) {
                    String id = "L" + patron;
                    log.publish(of(tenant, loans, id, loan(id, "u" + patron, "i1")));
                }
            }
            log.publish(of("diku", loans, "L9", loan("L9", "u9", "i1")));
            consume(log, engine);
            assertThat(engine.libraries())
                    .containsExactlyInAnyOrder(new Library("diku"), new Library("college-two"));
            assertThat(engine.statistics().loans()).as("the same ids twice").isEqualTo(9);
            for (Library library : engine.libraries()) {
                int title = engine.catalogue().find(library, "t1").orElseThrow();
                assertThat(engine.borrowers(library, title))
                        .as("%s", library)
                        .hasValue(library.code().equals("diku") ? 5 : 4);
            }
        }
    }

    @Test
    void tellsWhatStandsOnTheShelfAsFolioAndAnybodyTellIt(@TempDir Path folder) throws Exception {
        RecordId title = new RecordId(new Library("diku"), "t1");
        RecordId others = new RecordId(new Library("zwolle"), "b1");
        try (BrokerLog log = BrokerLog.empty();
                Engine engine = Engine.open(EngineSettings.in(folder), CLOCK)) {
            log.create(ITEMS, 1);
            publishItem(log, "i1", "t1");
            log.publish(ITEMS, status("i1", "Available"));
            log.publish(ITEMS, status("i2", "Available"));
            log.publish(ITEMS, status("i2", "Checked out"));
            log.publish(
                    Topics.TITLES,
                    "{\"library\":\"zwolle\",\"item\":\"c1\",\"title\":\"b1\",\"available\":true}");
            consume(log, engine);
            assertThat(engine.catalogue().copies(title)).isEqualTo(new Copies(2, 1));
            assertThat(engine.catalogue().copies(others)).isEqualTo(new Copies(1, 1));
            log.publish(ITEMS, status("i1", "Checked out"));
            log.publish(ITEMS, "{\"type\":\"DELETE\",\"tenant\":\"diku\",\"old\":{\"id\":\"i2\"}}");
            log.publish(Topics.TITLES, "{\"library\":\"zwolle\",\"item\":\"c1\",\"deleted\":true}");
            consume(log, engine);
            assertThat(engine.catalogue().copies(title)).isEqualTo(new Copies(1, 0));
            assertThat(engine.catalogue().copies(others)).isEqualTo(Copies.UNTOLD);
        }
    }

    private static String status(String item, String name) {
        return "{\"eventId\":\"e\",\"type\":\"UPDATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"%s\",\"instanceId\":\"t1\",\"status\":{\"name\":\"%s\"}}}"
                .formatted(item, name);
    }

    /* Neither topic nor value tells whose it is. */
    private static ProducerRecord<byte[], byte[]> of(
            String tenant, String topic, String key, String value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, 0, bytes(key), bytes(value));
        record.headers()
                .add(new RecordHeader("folio.tenantId", bytes(tenant)))
                .add(new RecordHeader("x-okapi-token", bytes("token")));
        return record;
    }

    private static String loan(String id, String patron, String item) {
        return "{\"id\":\"e\",\"type\":\"CREATED\",\"data\":{\"new\":{\"id\":\"%s\",\"userId\":\"%s\",\"itemId\":\"%s\",\"loanDate\":\"%sT10:00:00Z\",\"action\":\"checkedout\"}}}"
                .formatted(id, patron, item, DAY);
    }

    private static String item(String item, String title) {
        return "{\"eventId\":\"e\",\"type\":\"CREATE\",\"new\":{\"id\":\"%s\",\"instanceId\":\"%s\"}}"
                .formatted(item, title);
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
