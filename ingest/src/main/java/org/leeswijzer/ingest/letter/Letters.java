package org.leeswijzer.ingest.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LogPosition;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;

/** The letters in the topic {@link Topics#DEAD_LETTERS}, and the records that they point to. For one thread. */
public final class Letters implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;

    /** Those of that broker. */
    public Letters(ConsumerSettings settings) {
        Map<String, Object> properties = settings.clientProperties();
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER.toMillis()));
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Those that are not done with, by topic, partition and offset; of several of one record the last one holds.
     *
     * @throws KafkaException if the broker does not answer
     */
    public List<Letter> open() {
        Map<LogPosition, Letter> open = new TreeMap<>();
        List<PartitionInfo> there =
                consumer.listTopics(ANSWER).getOrDefault(Topics.DEAD_LETTERS, List.of());
        List<TopicPartition> partitions =
                there.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            return List.of();
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        consumer.endOffsets(partitions, ANSWER)
                .forEach(
                        (partition, end) -> {
                            while (consumer.position(partition) < end) {
                                consumer.poll(POLL).forEach(record -> note(record, open));
                            }
                        });
        return List.copyOf(open.values());
    }

    /* Whatever else somebody has published there is no letter of ours. */
    private static void note(ConsumerRecord<byte[], byte[]> record, Map<LogPosition, Letter> open) {
        if (record.value() == null) {
            return;
        }
        try {
            Fields letter = Json.read(record.value());
            LogPosition position =
                    new LogPosition(
                            new LogPartition(
                                    letter.text("topic"), Integer.parseInt(letter.id("partition"))),
                            Long.parseLong(letter.id("offset")));
            if (letter.flag("resolved")) {
                open.remove(position);
            } else {
                open.put(
                        position,
                        new Letter(
                                position,
                                letter.text("reason"),
                                Instant.ofEpochMilli(record.timestamp())));
            }
        } catch (BadRecord | IllegalArgumentException e) {
            // Not a letter.
        }
    }

    /**
     * The record that a letter points to; empty if the broker no longer has it.
     *
     * @throws KafkaException if the broker does not answer
     */
    public Optional<ConsumerRecord<byte[], byte[]>> source(LogPosition position) {
        TopicPartition partition =
                new TopicPartition(position.partition().topic(), position.partition().partition());
        boolean isThere =
                consumer.listTopics(ANSWER).getOrDefault(partition.topic(), List.of()).stream()
                        .anyMatch(p -> p.partition() == partition.partition());
        if (!isThere) {
            return Optional.empty();
        }
        long first = bound(consumer.beginningOffsets(List.of(partition), ANSWER), partition);
        long end = bound(consumer.endOffsets(List.of(partition), ANSWER), partition);
        if (position.offset() < first || position.offset() >= end) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, position.offset());
        while (consumer.position(partition) <= position.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                // The first that comes; a later one if that offset was compacted away.
                return Optional.of(record).filter(found -> found.offset() == position.offset());
            }
        }
        return Optional.empty();
    }

    private static long bound(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
