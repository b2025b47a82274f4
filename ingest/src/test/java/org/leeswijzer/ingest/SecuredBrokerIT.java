package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.letter.Letters;
import org.leeswijzer.ingest.load.Publisher;
import org.slf4j.LoggerFactory;

/** A broker with TLS and passwords: read and written through Kafka's own properties alone, and refusals that say why. */
class SecuredBrokerIT {
    private static final String PASSWORD = "right-4711-geheim";
    private static final String WRONG = "wrong-0815-geheim";

    @TempDir private static Path folder;
    private static SecuredBroker broker;

    private final MemorySink sink = new MemorySink();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level levelBefore;
    private LoanConsumer consumer;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder, PASSWORD);
        Topics.create(settings(PASSWORD, broker.trusting()));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void listen() throws Exception {
        broker.setPassword(PASSWORD);
        levelBefore = root.getLevel();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void noPasswordIsLogged() {
        if (consumer != null) {
            consumer.close();
        }
        root.detachAppender(logged);
        root.setLevel(levelBefore);
        assertThat(List.copyOf(logged.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isNotEmpty()
                .noneMatch(message -> message.contains("geheim"));
    }

    @Test
    void readsWritesAndTellsOfDeadLettersThroughPropertiesAlone() throws Exception {
        ConsumerSettings settings = settings(PASSWORD, broker.trusting());
        try (Publisher publisher =
                Publisher.to(
                        settings.bootstrapServers(), settings.kafkaProperties(), library -> 0)) {
            publisher.take(List.of(new TitleGone(ZWOLLE, "t1")));
            publisher.finish();
        }
        try (BrokerLog log = new BrokerLog(broker.plainServers())) {
            log.publish(new ProducerRecord<>(Topics.LOANS, 0, null, bytes("bad")));
        }
        read(settings);
        Await.caughtUp(consumer);
        assertThat(sink.events()).containsExactly(new TitleGone(ZWOLLE, "t1"));
        assertThat(consumer.status().deadLetters()).isEqualTo(1);
        try (Letters letters = new Letters(settings)) {
            assertThat(letters.open()).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsToldByTheSettingAndReadingGoesOnWhenItIsRight() throws Exception {
        read(settings(WRONG, broker.trusting()));
        ConsumerStatus refused = Await.until(consumer, status -> status.state() == State.REFUSED);
        assertThat(refused.lastError())
                .contains("leeswijzer.kafka.properties.sasl.jaas.config")
                .doesNotContain("geheim");
        broker.setPassword(WRONG);
        Await.caughtUp(consumer);
        assertThat(consumer.status().state()).isEqualTo(State.READING);
    }

    @Test
    void anUntrustedCertificateIsToldByTheSettingAndReadingGoesOnWhenItIsTrusted()
            throws Exception {
        Path truststore = Files.copy(broker.trustingAnother(), folder.resolve("trust.p12"));
        read(settings(PASSWORD, truststore));
        ConsumerStatus refused = Await.until(consumer, status -> status.state() == State.REFUSED);
        assertThat(refused.lastError())
                .contains("certificate is not trusted", "valid certification path")
                .contains("leeswijzer.kafka.properties.ssl.truststore.location")
                .doesNotContain("geheim");
        Files.copy(broker.trusting(), truststore, StandardCopyOption.REPLACE_EXISTING);
        Await.caughtUp(consumer);
        assertThat(consumer.status().state()).isEqualTo(State.READING);
    }

    @Test
    void settingsThatAreNoneAreToldByTheirNames() throws Exception {
        Map<String, String> properties =
                new HashMap<>(SecuredBroker.properties(PASSWORD, broker.trusting()));
        properties.put("sasl.jaas.config", "no module; " + PASSWORD);
        assertThat(refusal(properties))
                .contains(
                        "leeswijzer.kafka.properties.sasl.jaas.config is missing or cannot be read");
        properties.putAll(SecuredBroker.properties(PASSWORD, folder.resolve("none.p12")));
        assertThat(refusal(properties))
                .contains("leeswijzer.kafka.properties.ssl.truststore.location");
        properties.put("security.protocol", "TLS");
        assertThat(refusal(properties)).contains("security.protocol");
    }

    @Test
    void aCommandIsToldTheSame() {
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> Topics.create(settings(WRONG, broker.trusting())))
                .satisfies(
                        e ->
                                assertThat(Failure.describe(e))
                                        .contains("leeswijzer.kafka.properties.sasl.jaas.config")
                                        .doesNotContain("geheim"));
        assertThat(settings(PASSWORD, broker.trusting()).toString())
                .contains("sasl.jaas.config")
                .doesNotContain("geheim", "only-of-this-test");
    }

    private String refusal(Map<String, String> properties) throws InterruptedException {
        read(settings(properties));
        String error = Await.until(consumer, status -> status.state() == State.REFUSED).lastError();
        consumer.close();
        assertThat(error).doesNotContain("geheim");
        return String.valueOf(error);
    }

    private void read(ConsumerSettings settings) {
        consumer = new LoanConsumer(settings, sink, TestRecords.secrets(), Clock.systemUTC());
        consumer.start();
    }

    private static ConsumerSettings settings(String password, Path truststore) {
        return settings(SecuredBroker.properties(password, truststore));
    }

    private static ConsumerSettings settings(Map<String, String> properties) {
        return new ConsumerSettings(broker.servers(), "folio", Duration.ofSeconds(30), properties);
    }
}
