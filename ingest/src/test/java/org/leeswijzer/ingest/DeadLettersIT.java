package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.slf4j.LoggerFactory;

/** What becomes of records that cannot be read, and of what they hold. */
class DeadLettersIT {
    private static final String FOLIO = "folio.diku.circulation.loan";

    private final MemorySink sink = new MemorySink();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level levelBefore;
    private BrokerLog log;

    @BeforeEach
    void listen() {
        log = BrokerLog.empty();
        levelBefore = root.getLevel();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void close() {
        root.detachAppender(logged);
        root.setLevel(levelBefore);
        log.close();
    }

    @Test
    void everyKindOfBadRecordGetsALetterAndStopsNothing() throws Exception {
        log.create(FOLIO, 1);
        List<byte[]> bad = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        bad.add(bytes(loan("\"2025-03-01").substring(0, 60)));
        reasons.add("value is not JSON");
        bad.add(bytes(loan("\"2999-01-01\"")));
        reasons.add("loanedAt is in the future");
        bad.add(bytes(loan("20250301")));
        reasons.add("loanedAt is a number");
        bad.add(bytes(loan("\"" + PATRON + "\"")));
        reasons.add("loanedAt is not a date");
        bad.add(bytes("{\"library\":\"zwolle\",\"patron\":\"" + PATRON + "\"}"));
        reasons.add("title is missing");
        bad.add(bytes(loan("[".repeat(200_000))));
        reasons.add("value is not JSON");
        bad.add(("\"" + PATRON + "é").getBytes(StandardCharsets.ISO_8859_1));
        reasons.add("value is not UTF-8");
        bad.add(new byte[(1 << 20) + 1]);
        reasons.add("value has 1048577 bytes");
        bad.add(new byte[0]);
        reasons.add("value is not");
        List<Long> offsets = new ArrayList<>();
        for (byte[] value : bad) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(Topics.LOANS, 2, bytes(PATRON), value);
            record.headers().add(new RecordHeader("x-okapi-token", bytes("token-" + PATRON)));
            offsets.add(log.publish(record));
            log.publish(
                    new ProducerRecord<>(
                            Topics.LOANS,
                            2,
                            null,
                            bytes("{\"library\":\"zwolle\",\"id\":\"t\",\"deleted\":true}")));
        }
        log.publish(
                FOLIO, "{\"type\":\"CREATED\",\"data\":{\"new\":{\"userId\":\"" + PATRON + "\"}}}");

        ConsumerStatus status = readAll();
        assertThat(status.deadLetters()).isEqualTo(bad.size() + 1L);
        assertThat(sink.events()).hasSize(bad.size()).containsOnly(new TitleGone(ZWOLLE, "t"));

        List<Fields> letters = new ArrayList<>();
        log.values(Topics.DEAD_LETTERS).forEach(letter -> letters.add(Json.read(bytes(letter))));
        List<Fields> ours =
                letters.stream().filter(l -> l.text("topic").equals(Topics.LOANS)).toList();
        assertThat(ours).hasSize(bad.size());
        for (int i = 0; i < ours.size(); i++) {
            Fields letter = ours.get(i);
            assertThat(letter.number("partition")).isEqualTo(2);
            assertThat(letter.number("offset").longValue()).isEqualTo(offsets.get(i));
            assertThat(letter.text("reason")).startsWith(reasons.get(i));
            assertThat(Instant.parse(letter.text("at"))).isBefore(Instant.now().plusSeconds(60));
        }
        assertThat(letters)
                .filteredOn(l -> l.text("topic").equals(FOLIO))
                .singleElement()
                .satisfies(
                        l ->
                                assertThat(l.text("reason"))
                                        .isEqualTo("data.new.itemId is missing: give an id"));
    }

    @Test
    void nothingOfAPatronReachesALogOrALetter() throws Exception {
        log.create(FOLIO, 1);
        log.create("folio.diku.users.users", 1);
        log.publish(Topics.LOANS, loan("\"2025-03-01\""));
        log.publish(Topics.LOANS, loan("\"" + PATRON + "\""));
        log.publish(Topics.LOANS, loan("\"2025-03-01\"").replace("zwolle", PATRON));
        log.publish(Topics.LOANS, "{\"patron\":" + PATRON + "}");
        log.publish(
                FOLIO, "{\"type\":\"CREATED\",\"data\":{\"new\":{\"userId\":\"" + PATRON + "\"}}}");
        ProducerRecord<byte[], byte[]> erased =
                new ProducerRecord<>(
                        "folio.diku.users.users",
                        0,
                        bytes(PATRON),
                        bytes(
                                "{\"type\":\"DELETED\",\"data\":{\"old\":{\"id\":\""
                                        + PATRON
                                        + "\"}}}"));
        erased.headers()
                .add(new RecordHeader("folio.tenantId", bytes("diku")))
                .add(new RecordHeader("x-okapi-token", bytes("token-" + PATRON)));
        log.publish(erased);

        ConsumerStatus status = readAll();
        assertThat(status.deadLetters()).isEqualTo(4);
        assertThat(sink.events()).hasSize(2);
        assertThat(sink.events().toString() + status).doesNotContain(PATRON);
        // Kafka's own classes of a debug level included.
        assertThat(logged.list).isNotEmpty();
        assertThat(List.copyOf(logged.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains(PATRON));
        for (ConsumerRecord<byte[], byte[]> letter : log.records(Topics.DEAD_LETTERS)) {
            assertThat(letter.key()).isNull();
            assertThat(letter.headers()).isEmpty();
            assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                    .doesNotContain(PATRON)
                    .matches(
                            "\\{\"topic\":\"[^\"]+\",\"partition\":\\d+,\"offset\":\\d+,\"reason\":\"[^\"]+\",\"at\":\"[^\"]+\"}");
        }
    }

    private ConsumerStatus readAll() throws InterruptedException {
        try (LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(log.bootstrapServers()),
                        sink,
                        TestRecords.secrets(),
                        Clock.systemUTC())) {
            consumer.start();
            Await.caughtUp(consumer);
            return consumer.status();
        }
    }

    private static String loan(String loanedAt) {
        return "{\"library\":\"zwolle\",\"loanId\":\"1\",\"patron\":\"%s\",\"title\":\"b\",\"loanedAt\":%s}"
                .formatted(PATRON, loanedAt);
    }
}
