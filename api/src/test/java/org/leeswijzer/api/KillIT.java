package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/**
 * The service is killed twenty times, at random moments, while it reads 20,000 loans from a real broker; in the end its
 * store is that of a process which nobody disturbed.
 */
class KillIT {
    private static final Path JAR = Path.of("target", "leeswijzer.jar");
    private static final int KILLS = 20;
    private static final int LOANS = 20_000;
    private static final int PATRONS = 900;
    private static final int TITLES = 400;
    private static final int LONGEST_LIFE_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;
    private final SplittableRandom random = new SplittableRandom(20);

    @Test
    void theStoreOfAServiceThatIsKilledTwentyTimesIsThatOfAnUndisturbedOne() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                KafkaProducer<String, String> producer = producer(broker)) {
            Topics.create(broker.bootstrapServers());
            publishTitles(producer);
            // Titles first, for both: their numbers are then the same, and stores can be compared.
            catchUp(broker, "killed");
            catchUp(broker, "undisturbed");

            int killedAtWork = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                publishLoans(producer, kill * LOANS / KILLS, (kill + 1) * LOANS / KILLS);
                killAtRandom(broker);
                killedAtWork += stored("killed") < (kill + 1L) * LOANS / KILLS ? 1 : 0;
            }
            assertThat(killedAtWork)
                    .as("kills while there was something left to read")
                    .isGreaterThan(KILLS / 4);

            Store killed = catchUp(broker, "killed");
            Store undisturbed = catchUp(broker, "undisturbed");
            assertThat(killed.statistics().loans()).isGreaterThan(LOANS / 2);
            assertThat(killed).isEqualTo(undisturbed);
        }
    }

    /** What is compared. */
    private record Store(Statistics statistics, Fingerprint fingerprint, List<Long> nextOffsets) {}

    /** Reads all there is, sweeps, and tells what the store holds. */
    private Store catchUp(EmbeddedBroker broker, String store) throws InterruptedException {
        try (Engine engine = Engine.openAtRest(settings(store), Clock.systemUTC())) {
            try (LoanConsumer consumer =
                    new LoanConsumer(
                            ConsumerSettings.of(broker.bootstrapServers()),
                            engine,
                            engine.secrets(),
                            Clock.systemUTC())) {
                consumer.start();
                assertThat(consumer.awaitCaughtUp(PATIENCE)).as("%s", consumer.status()).isTrue();
                assertThat(consumer.status().deadLetters()).isZero();
            }
            engine.sweep(Progress.SILENT);
            return new Store(engine.statistics(), engine.fingerprint(), nextOffsets(engine));
        }
    }

    private static List<Long> nextOffsets(Engine engine) {
        List<Long> offsets = new ArrayList<>();
        for (int partition = 0; partition < Topics.LOAN_PARTITIONS; partition++) {
            offsets.add(engine.nextOffset(new LogPartition(Topics.LOANS, partition)).orElse(-1));
        }
        return offsets;
    }

    /** How many records of loans the store has read. */
    private long stored(String store) {
        try (Engine engine = Engine.openReadOnly(settings(store), Clock.systemUTC())) {
            return nextOffsets(engine).stream().mapToLong(offset -> Math.max(0, offset)).sum();
        }
    }

    private void killAtRandom(EmbeddedBroker broker) throws IOException, InterruptedException {
        Process service =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-jar",
                                JAR.toString(),
                                "serve",
                                "--port=0",
                                "--set=leeswijzer.store=" + folder.resolve("killed"),
                                "--set=leeswijzer.secrets=" + secrets(),
                                "--set=leeswijzer.retention-days=0",
                                // Small batches: many moments to be killed at.
                                "--set=leeswijzer.kafka.properties.max.poll.records=20",
                                "--bootstrap-servers=" + broker.bootstrapServers())
                        .redirectErrorStream(true)
                        .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.contains("Session reading")) {
                said.append(line).append('\n');
                line = output.readLine();
            }
            assertThat(line).as("said:%n%s", said).isNotNull();
            // The moment is random; whether it has ended by itself before is what the wait tells.
            boolean ended =
                    service.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(ended).isFalse();
        } finally {
            // SIGKILL on every system that has signals.
            service.destroyForcibly().waitFor();
        }
    }

    private EngineSettings settings(String store) {
        return new EngineSettings(folder.resolve(store), secrets(), 3, OptionalInt.empty(), 2);
    }

    private void publishTitles(KafkaProducer<String, String> producer) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int title = 0; title < TITLES; title++) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.TITLES,
                                    "t" + title,
                                    "{\"library\":\"%s\",\"id\":\"t%d\",\"title\":\"Title %d\"}"
                                            .formatted(
                                                    title % 3 == 0 ? "zuid" : "noord",
                                                    title,
                                                    title))));
        }
        arrived(sent);
    }

    /* One in ten says again, or corrects, what an earlier one of the same patron said. */
    private void publishLoans(KafkaProducer<String, String> producer, int from, int to)
            throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int loan = from; loan < to; loan++) {
            int said = loan > 0 && random.nextInt(10) == 0 ? random.nextInt(loan) : loan;
            int patron = Math.floorMod(said * 7919, PATRONS);
            int title = (int) (TITLES * random.nextDouble() * random.nextDouble());
            String library = title % 3 == 0 ? "zuid" : "noord";
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.LOANS,
                                    "p" + patron,
                                    "{\"library\":\"%s\",\"loanId\":\"l%d\",\"patron\":\"p%d\",\"title\":\"t%d\",\"loanedAt\":\"2025-%02d-%02d\"}"
                                            .formatted(
                                                    library,
                                                    said,
                                                    patron,
                                                    title,
                                                    1 + random.nextInt(12),
                                                    1 + random.nextInt(28)))));
        }
        arrived(sent);
    }

    /** Waits until the broker has all. */
    private static void arrived(List<Future<RecordMetadata>> sent) throws Exception {
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    private Path secrets() {
        return folder.resolve("secrets");
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "enable.idempotence",
                        "true"),
                new StringSerializer(),
                new StringSerializer());
    }
}
