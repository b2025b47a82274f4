package org.leeswijzer.ingest;

import static org.leeswijzer.ingest.TestRecords.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** The log of a real broker, which the tests of this module share, as whoever publishes sees it. */
public final class BrokerLog implements AutoCloseable {
    private static EmbeddedBroker shared;

    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    /** The log of that broker. */
    public BrokerLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers));
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "max.request.size", 4 << 20),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** The log of the shared broker, holding our own topics and nothing in them. The broker dies with this JVM. */
    public static synchronized BrokerLog empty() {
        if (shared == null) {
            try {
                shared =
                        EmbeddedBroker.start(
                                Files.createTempDirectory(Path.of("target"), "broker"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        BrokerLog log = new BrokerLog(shared.bootstrapServers());
        log.clear();
        Topics.create(shared.bootstrapServers());
        return log;
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /* Until the broker itself knows that a topic is gone, records would go to the old one of that name. */
    private void clear() {
        try {
            Set<String> topics = admin.listTopics().names().get();
            admin.deleteTopics(topics).all().get();
            while (!admin.listTopics().names().get().isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a topic that takes records of four MiB. */
    public void create(String topic, int partitions)
            throws ExecutionException, InterruptedException {
        NewTopic wanted =
                new NewTopic(topic, Optional.of(partitions), Optional.empty())
                        .configs(Map.of("max.message.bytes", Integer.toString(4 << 20)));
        admin.createTopics(List.of(wanted)).all().get();
    }

    /** Gives a topic more partitions. */
    public void grow(String topic, int partitions) throws ExecutionException, InterruptedException {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
    }

    /** Removes a topic. */
    public void delete(String topic) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topic)).all().get();
    }

    /** Removes what stands before an offset. */
    public void truncate(TopicPartition partition, long before)
            throws ExecutionException, InterruptedException {
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before))).all().get();
    }

    /** Publishes to partition 0 and returns the offset. */
    public long publish(String topic, String value)
            throws ExecutionException, InterruptedException {
        return publish(new ProducerRecord<>(topic, 0, bytes("key"), bytes(value)));
    }

    /** Publishes and returns the offset. */
    public long publish(ProducerRecord<byte[], byte[]> record)
            throws ExecutionException, InterruptedException {
        return producer.send(record).get().offset();
    }

    /** Publishes some time before {@link #flush} returns. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    /** Waits until all is published. */
    public void flush() {
        producer.flush();
    }

    /** The topics that are there, Kafka's own included. */
    public Set<String> topics() throws ExecutionException, InterruptedException {
        return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    }

    /** All values of a topic of one partition. */
    public List<String> values(String topic) {
        return records(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** All records of a topic, partition by partition. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            consumer.partitionsFor(topic)
                    .forEach(
                            p -> {
                                TopicPartition partition = new TopicPartition(topic, p.partition());
                                consumer.assign(List.of(partition));
                                consumer.seekToBeginning(List.of(partition));
                                long end = consumer.endOffsets(List.of(partition)).get(partition);
                                while (consumer.position(partition) < end) {
                                    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                                }
                            });
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
