package org.leeswijzer.benchmarks.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** Reads the topic of dead letters from end to end. */
final class ReadAll {
    private static final Duration POLL = Duration.ofMillis(200);

    private ReadAll() {}

    /**
     * What stands there.
     *
     * @param count of the letters
     * @param telling the first that tells of a patron; empty if none does
     */
    record Letters(long count, String telling) {}

    static Letters letters(EmbeddedBroker broker) {
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long count = 0;
            String telling = "";
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                    count++;
                    String text = new String(letter.value(), StandardCharsets.UTF_8);
                    telling = text.contains(SeededLoans.MARK) ? text : telling;
                }
            }
            return new Letters(count, telling);
        }
    }
}
