package org.leeswijzer.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.jsonl.FeedbackLine;
import org.leeswijzer.ingest.jsonl.Keys;

/**
 * Publishes what readers say, one line at a time, and waits for the broker to have it, but not for long: a reader waits too. The
 * key is the reader's pseudonym. Connects when something is first said. Safe for use by many threads.
 */
public final class FeedbackLog implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final ConsumerSettings settings;
    private @Nullable Producer<byte[], byte[]> connected;
    private boolean isClosed;

    /** @param settings that say where the broker is, and how it lets us in */
    public FeedbackLog(ConsumerSettings settings) {
        this.settings = settings;
    }

    /**
     * Publishes it.
     *
     * @throws KafkaException if the broker does not have it in time; it may still get it
     */
    public void publish(FeedbackLine line) {
        byte[] key =
                line.reader() == null
                        ? null
                        : Keys.hex(line.reader()).getBytes(StandardCharsets.UTF_8);
        try {
            var unused =
                    producer()
                            .send(new ProducerRecord<>(Topics.FEEDBACK, key, line.bytes()))
                            .get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(
                    "feedback cannot be published: see whether the broker runs", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (isClosed) {
            throw new KafkaException("feedback cannot be published: the service stops");
        }
        Producer<byte[], byte[]> producer = connected;
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            properties(), new ByteArraySerializer(), new ByteArraySerializer());
            connected = producer;
        }
        return producer;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return properties;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (connected != null) {
            connected.close(CLOSE_TIMEOUT);
        }
    }
}
