package org.leeswijzer.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Json;

/**
 * Tells the topic {@link Topics#DEAD_LETTERS} of records that cannot be read: {@code
 * {"topic","partition","offset","reason","at"}}. Nothing of the record itself is in it. A later {@code
 * {"topic","partition","offset","resolved":true,"at"}} says that a letter is done with.
 */
public final class DeadLetters implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** Dead letters through a producer of their own. */
    public DeadLetters(ConsumerSettings settings, Clock clock) {
        Map<String, Object> properties = settings.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /**
     * Sends word of one record; it is safe after {@link #await}.
     *
     * @throws KafkaException if the broker is away
     */
    public void tell(String topic, int partition, long offset, BadRecord why) {
        send(of(topic, partition, offset).put("reason", why.getMessage()));
    }

    /**
     * Sends word that the letter of a record is done with; it is safe after {@link #await}.
     *
     * @throws KafkaException if the broker is away
     */
    public void resolve(String topic, int partition, long offset) {
        send(of(topic, partition, offset).put("resolved", true));
    }

    private static ObjectNode of(String topic, int partition, long offset) {
        return Json.object().put("topic", topic).put("partition", partition).put("offset", offset);
    }

    private void send(ObjectNode letter) {
        letter.put("at", clock.instant().toString());
        Future<RecordMetadata> future =
                producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS, Json.bytes(letter)));
        sent.add(future);
        if (future.isDone()) {
            // Most likely refused, after a long wait: not to be repeated for every letter of the
            // batch.
            await();
        }
    }

    /**
     * Waits until all letters are with the broker.
     *
     * @throws KafkaException if one cannot be brought there
     */
    public void await() {
        try {
            for (Future<RecordMetadata> letter : sent) {
                letter.get();
            }
            sent.clear();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "a dead letter cannot be published, see whether topic %s is there: %s"
                            .formatted(Topics.DEAD_LETTERS, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
