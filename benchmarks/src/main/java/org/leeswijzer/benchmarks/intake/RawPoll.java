package org.leeswijzer.benchmarks.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.leeswijzer.ingest.Topics;

/** Kafka's consumer with nothing made of what it brings: as fast as reading can be. */
final class RawPoll {
    private static final int AT_ONCE = 5_000;

    private RawPoll() {}

    /** Reads so many records of loans from the first on; returns records per second, connecting included. */
    static double perSecond(String bootstrapServers, long records) {
        long begin = System.nanoTime();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", AT_ONCE),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.LOANS).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long read = 0;
            while (read < records) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return read / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
