package org.leeswijzer.ingest.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.jsonl.JsonlWriter;
import org.leeswijzer.ingest.jsonl.Keys;

/**
 * Publishes events to our own topics, in the neutral format and with pseudonyms. The key of a loan is its library and
 * patron, so that the loans of one patron stay in order; that of a title its library and id. A patron's word and a loan
 * to forget go to every partition: wherever the loans are, also since the topic got more partitions, this comes behind them.
 */
public final class Publisher implements Target {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final ToIntFunction<Library> rotations;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Publisher(Producer<byte[], byte[]> producer, ToIntFunction<Library> rotations) {
        this.producer = producer;
        this.rotations = rotations;
    }

    /** A publisher to that broker; the topics have to be there, and no secret was ever rotated. */
    public static Publisher to(String bootstrapServers) {
        return to(bootstrapServers, Map.of(), library -> 0);
    }

    /**
     * A publisher to that broker.
     *
     * @param kafkaProperties further ones for Kafka's producer, for SASL, TLS and the like
     * @param rotations how often the library's secret was rotated that the events' keys are under
     */
    public static Publisher to(
            String bootstrapServers,
            Map<String, String> kafkaProperties,
            ToIntFunction<Library> rotations) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        // The line at its longest, with the key and what Kafka puts around it.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        properties.putAll(kafkaProperties);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new Publisher(
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer()),
                rotations);
    }

    /**
     * Sends the events of one line.
     *
     * @throws IllegalArgumentException if no line of the neutral format means them
     * @throws KafkaException if the broker refused this or an earlier one
     */
    @Override
    public void take(List<LibraryEvent> line) {
        throwFailure();
        LibraryEvent event = line.get(0);
        byte[] value = JsonlWriter.write(line, rotations.applyAsInt(event.library()));
        if (event instanceof LoanMade loan) {
            send(Topics.LOANS, event, Keys.hex(loan.patron()), value);
        } else if (event instanceof PatronWord word) {
            sendToAll(word.library().code() + ":" + Keys.hex(word.patron()), value);
        } else if (event instanceof TitleSeen seen) {
            send(Topics.TITLES, event, seen.title().id(), value);
        } else if (event instanceof TitleGone gone) {
            send(Topics.TITLES, event, gone.id(), value);
        } else if (event instanceof ItemSeen item) {
            send(Topics.TITLES, event, item.title(), value);
        } else if (event instanceof ItemGone gone) {
            send(Topics.TITLES, event, gone.item(), value);
        } else if (event instanceof WorkDecided decided) {
            send(Topics.TITLES, event, decided.decision().id(), value);
        } else if (event instanceof LoanForgotten) {
            sendToAll(null, value);
        }
    }

    private void sendToAll(@Nullable String key, byte[] value) {
        byte @Nullable [] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        for (PartitionInfo partition : producer.partitionsFor(Topics.LOANS)) {
            send(new ProducerRecord<>(Topics.LOANS, partition.partition(), bytes, value));
        }
    }

    private void send(String topic, LibraryEvent event, String key, byte[] value) {
        byte[] bytes = (event.library().code() + ":" + key).getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic, bytes, value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused =
                producer.send(
                        record,
                        (metadata, e) -> {
                            if (e != null) {
                                failure.compareAndSet(null, e);
                            }
                        });
    }

    /**
     * Waits until all is with the broker.
     *
     * @throws KafkaException if the broker refused something
     */
    @Override
    public void finish() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception e = failure.get();
        if (e != null) {
            throw new KafkaException(
                    "events cannot be published, see whether the broker runs and has the topics: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
