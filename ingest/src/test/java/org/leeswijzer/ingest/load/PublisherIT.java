package org.leeswijzer.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.BrokerLog;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.MemorySink;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.file.SourceFile;

/** Files through a real broker to a sink. */
class PublisherIT {
    private final Secrets secrets = TestRecords.secrets();
    private BrokerLog log;

    @BeforeEach
    void emptyLog() {
        log = BrokerLog.empty();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void publishedLinesGiveTheVeryEventsThatGoStraightToTheStore() throws Exception {
        String loans =
                loans(300)
                        + "{\"loanId\":\"7\",\"forgotten\":true}\n{\"patron\":\"%s3\",\"erased\":true,\"saidAt\":\"2020-01-01T10:00:00Z\"}\n"
                                .formatted(PATRON);
        String titles =
                "{\"id\":\"b1\",\"title\":\"T\",\"items\":[\"i1\"]}\n{\"id\":\"b2\",\"deleted\":true}\n";
        MemorySink direct = new MemorySink();
        try (StoreTarget target = new StoreTarget(direct.bulkLoad())) {
            run(Kind.LOANS, loans, target);
            run(Kind.TITLES, titles, target);
        }
        try (Publisher target = Publisher.to(log.bootstrapServers())) {
            assertThat(run(Kind.LOANS, loans, target).published()).isEqualTo(302);
            run(Kind.TITLES, titles, target);
        }
        List<LibraryEvent> published = consume();
        assertThat(published).containsAll(direct.events());
        // What is to be forgotten goes to all four partitions.
        assertThat(published).hasSize(direct.events().size() + 2 * 3);
    }

    @Test
    void onePatronsLoansAreInOnePartitionInOrderAndWithoutANumber() throws Exception {
        try (Publisher target = Publisher.to(log.bootstrapServers())) {
            assertThat(run(Kind.LOANS, loans(200), target).published()).isEqualTo(200);
        }
        List<ConsumerRecord<byte[], byte[]>> records = log.records(Topics.LOANS);
        assertThat(records)
                .allMatch(r -> !text(r.value()).contains(PATRON) && !text(r.key()).contains(PATRON))
                .allMatch(r -> text(r.key()).matches("zwolle:[0-9a-f]{32}"));
        Map<String, Long> partitions =
                records.stream()
                        .collect(
                                Collectors.groupingBy(
                                        r -> text(r.key()),
                                        Collectors.collectingAndThen(
                                                Collectors.mapping(
                                                        ConsumerRecord::partition,
                                                        Collectors.toSet()),
                                                set -> (long) set.size())));
        assertThat(partitions).hasSize(10).allSatisfy((key, n) -> assertThat(n).isEqualTo(1));
        Function<LoanMade, Integer> day = LoanMade::day;
        assertThat(consume())
                .map(LoanMade.class::cast)
                .filteredOn(
                        loan ->
                                loan.patron()
                                        .equals(secrets.pseudonymiser(ZWOLLE).patron(PATRON + "1")))
                .extracting(day)
                .hasSize(20)
                .isSorted();
    }

    @Test
    void saysThatATopicIsNotThere() throws Exception {
        log.delete(Topics.LOANS);
        try (Publisher target =
                Publisher.to(
                        log.bootstrapServers(),
                        Map.of("max.block.ms", "1000"),
                        secrets::rotation)) {
            assertThatExceptionOfType(KafkaException.class)
                    .isThrownBy(() -> run(Kind.LOANS, loans(1), target))
                    .withMessageContaining("has the topics")
                    .withMessageContaining(Topics.LOANS);
        }
    }

    private List<LibraryEvent> consume() throws InterruptedException {
        MemorySink sink = new MemorySink();
        try (LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(log.bootstrapServers()),
                        sink,
                        secrets,
                        Clock.systemUTC())) {
            consumer.start();
            assertThat(consumer.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
            assertThat(consumer.status().deadLetters()).isZero();
        }
        return sink.events();
    }

    private ImportReport run(Kind kind, String lines, Target target) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        try (SourceFile source =
                SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes))) {
            return new Importer(kind, ZWOLLE, Columns.BY_NAME, secrets, Clock.systemUTC())
                    .run(source, target, Progress.SILENT);
        }
    }

    /* Loan n is of patron n mod 10, and days go up. */
    private static String loans(int n) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < n; i++) {
            lines.append(
                    "{\"loanId\":\"%d\",\"patron\":\"%s%d\",\"title\":\"b%d\",\"loanedAt\":\"%s\"}\n"
                            .formatted(i, PATRON, i % 10, i % 7, LocalDate.ofEpochDay(15_000 + i)));
        }
        return lines.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
