package org.leeswijzer.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.leeswijzer.ingest.decode.Decoder;

/**
 * Our own topics. Loans, titles and feedback are kept for ever: the store can be rebuilt from them, and they hold pseudonyms only.
 * Dead letters, which point to records but hold none, are kept for ninety days.
 */
public final class Topics {
    /** Loans in the neutral format, one patron's in one partition, so that they stay in order. */
    public static final String LOANS = "leeswijzer.loans";

    /** Titles in the neutral format; one partition, so that titles are numbered alike whenever they are read anew. */
    public static final String TITLES = "leeswijzer.titles";

    /** What readers say of suggestions, in the neutral format and under pseudonyms. */
    public static final String FEEDBACK = "leeswijzer.feedback";

    /** Where to find records that could not be read, and why not. */
    public static final String DEAD_LETTERS = "leeswijzer.dead-letters";

    /** Enough for the consumers of one log to share it out; never changed, or a patron's loans would change partition. */
    public static final int LOAN_PARTITIONS = 4;

    private static final String FOREVER = "-1";
    private static final String NINETY_DAYS = Long.toString(TimeUnit.DAYS.toMillis(90));

    /** A value of the most bytes that are read, with its key and what Kafka puts around them. */
    private static final String ROOM_FOR_A_RECORD = Integer.toString(2 * Decoder.MAX_BYTES);

    private static final long TIMEOUT_SECONDS = 30;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Topics() {}

    /**
     * Makes those of the topics that are not there, and leaves the others as they are.
     *
     * @throws KafkaException if the broker does not answer or refuses
     */
    public static void create(String bootstrapServers) {
        create(ConsumerSettings.of(bootstrapServers));
    }

    /**
     * Makes those of the topics that are not there, and leaves the others as they are.
     *
     * @param settings that say where the broker is, and how it lets us in
     * @throws KafkaException if the broker does not answer or refuses
     */
    public static void create(ConsumerSettings settings) {
        try (Admin admin = Admin.create(settings.clientProperties())) {
            create(admin, LOAN_PARTITIONS);
        }
    }

    /**
     * Makes those of the topics that are not there, and leaves the others as they are.
     *
     * @param partitions of the topic of loans
     * @throws KafkaException if the broker does not answer or refuses
     */
    public static void create(Admin admin, int partitions) {
        List<NewTopic> topics =
                List.of(
                        topic(LOANS, partitions, FOREVER),
                        topic(TITLES, 1, FOREVER),
                        topic(FEEDBACK, 1, FOREVER),
                        topic(DEAD_LETTERS, 1, NINETY_DAYS));
        Map<String, KafkaFuture<Void>> made = admin.createTopics(topics).values();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            if (isMade(topic.name(), Objects.requireNonNull(made.get(topic.name())))) {
                for (int partition = 0; partition < topic.numPartitions(); partition++) {
                    ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            }
        }
        awaitLeaders(admin, ends);
    }

    /*
     * A partition made a moment ago may take a producer's second batch before it is ready for the first, and then refuse
     * the first as out of order until it expires. One whose end can be told has its leader and is ready.
     */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!areReady(admin, ends, deadline)) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private static boolean areReady(
            Admin admin, Map<TopicPartition, OffsetSpec> ends, long deadline) {
        try {
            var unused = await("topics", admin.listOffsets(ends).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline) {
                return false;
            }
            throw new KafkaException(
                    "the topics that were made are not ready: " + e.getMessage(), e);
        }
    }

    private static NewTopic topic(String name, int partitions, String retentionMs) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                retentionMs,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                ROOM_FOR_A_RECORD));
    }

    /** Waits until the topic is made; false if it was there before. */
    private static boolean isMade(String topic, KafkaFuture<Void> made) {
        try {
            var unused = await("topic " + topic, made);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new KafkaException(
                    "topic %s cannot be made: %s".formatted(topic, e.getMessage()), e);
        }
    }

    private static <T> T await(String what, KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new KafkaException(
                    "%s not made within %d s: see whether the broker runs"
                            .formatted(what, TIMEOUT_SECONDS),
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
