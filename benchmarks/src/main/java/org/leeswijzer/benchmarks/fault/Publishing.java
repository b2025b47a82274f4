package org.leeswijzer.benchmarks.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** What brings records to a broker, and knows that they are there. */
final class Publishing implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Publishing(EmbeddedBroker broker) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "enable.idempotence",
                                "true",
                                "linger.ms",
                                "5"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Publishes all titles. */
    void titles() throws InterruptedException {
        for (int title = 0; title < SeededLoans.TITLES; title++) {
            send(
                    new ProducerRecord<>(
                            Topics.TITLES, bytes("t" + title), bytes(SeededLoans.title(title))));
        }
        finish();
    }

    /** Publishes the loans from the one to before the other. */
    void loans(SeededLoans loans, int from, int to) throws InterruptedException {
        for (int loan = from; loan < to; loan++) {
            send(
                    new ProducerRecord<>(
                            Topics.LOANS, bytes(loans.key(loan)), bytes(loans.line(loan))));
        }
        finish();
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    /** Waits until the broker has all. */
    void finish() throws InterruptedException {
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            sent.clear();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record cannot be published", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
