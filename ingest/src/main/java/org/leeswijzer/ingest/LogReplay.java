package org.leeswijzer.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.leeswijzer.engine.loan.EventSink;

/** Has the log read again into a store that nobody serves: its offsets are taken back, and whoever serves it next reads. */
public final class LogReplay {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final ConsumerSettings settings;
    private final Decoders decoders;

    /** @param decoders that know which topics are read */
    public LogReplay(ConsumerSettings settings, Decoders decoders) {
        this.settings = settings;
        this.decoders = decoders;
    }

    /**
     * Stores where to read from.
     *
     * @return the partitions that will be read again; none if nothing was read since then
     * @throws IllegalArgumentException if an offset is not there, or not read yet
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer or refuses
     */
    public List<Rewound> run(ReplayOrder order, EventSink store) {
        Map<String, Object> properties = settings.clientProperties();
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> read =
                    consumer.listTopics(ANSWER).values().stream()
                            .flatMap(List::stream)
                            .filter(p -> decoders.reads(p.topic()))
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            return new Rewind(consumer, ANSWER, store).run(order, read);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }
}
