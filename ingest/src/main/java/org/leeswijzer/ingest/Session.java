package org.leeswijzer.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.RawRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker: lists the topics, starts each partition where the store says, and takes one batch after
 * another to the store. It keeps no state that outlives a failure: whoever runs it makes another.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final String TENANT = "folio.tenantId";

    private final Consumer<byte[], byte[]> consumer;
    private final DeadLetters deadLetters;
    private final Decoders decoders;
    private final EventSink sink;
    private final StatusBoard board;
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final Every listing;
    private final Every measuring = new Every(MEASURE_INTERVAL);
    private long answered;

    Session(
            ConsumerSettings settings,
            DeadLetters deadLetters,
            Decoders decoders,
            EventSink sink,
            StatusBoard board) {
        consumer =
                new KafkaConsumer<>(
                        properties(settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.deadLetters = deadLetters;
        this.decoders = decoders;
        this.sink = sink;
        this.board = board;
        listing = new Every(settings.relistInterval());
    }

    private static Map<String, Object> properties(ConsumerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        properties.putAll(settings.kafkaProperties());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER.toMillis()));
        return properties;
    }

    /** Makes whatever the session waits for end at once; the one method for another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    /**
     * One round.
     *
     * @return false if there is nothing to read from yet, so that the caller waits
     */
    boolean step() {
        long asked = board.asked();
        if (asked > answered) {
            listing.hurry();
            measuring.hurry();
        }
        if (listing.isDue()) {
            list();
        }
        if (!consumer.assignment().isEmpty()) {
            poll();
        }
        if (measuring.isDue()) {
            board.measured(lag(), asked);
            answered = asked;
        }
        return !consumer.assignment().isEmpty();
    }

    private void list() {
        Set<TopicPartition> found = new HashSet<>();
        consumer.listTopics(ANSWER)
                .forEach(
                        (topic, partitions) -> {
                            if (decoders.reads(topic)) {
                                partitions.forEach(
                                        p -> found.add(new TopicPartition(topic, p.partition())));
                            }
                        });
        Set<TopicPartition> added = new HashSet<>(found);
        added.removeAll(consumer.assignment());
        if (found.equals(consumer.assignment())) {
            return;
        }
        consumer.assign(found);
        nextOffsets.keySet().retainAll(found);
        start(added);
        LOG.info("reading {} partitions, {} of them new", found.size(), added.size());
    }

    private void start(Collection<TopicPartition> added) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(added, ANSWER);
        Map<TopicPartition, Long> end = consumer.endOffsets(added, ANSWER);
        first.forEach(
                (partition, begin) -> start(partition, begin, end.getOrDefault(partition, begin)));
    }

    private void start(TopicPartition partition, long first, long end) {
        long from = sink.nextOffset(logPartition(partition)).orElse(first);
        if (from < first || from > end) {
            LOG.warn(
                    "{} no longer holds offset {}, only {} to {}: reading all of it",
                    partition,
                    from,
                    first,
                    end);
            board.offsetLost();
            from = first;
        }
        consumer.seek(partition, from);
        nextOffsets.put(partition, from);
    }

    private void poll() {
        if (sink.behind()) {
            consumer.pause(consumer.assignment());
            board.enter(State.PAUSED);
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
            board.enter(State.READING);
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        PolledBatch batch = new PolledBatch();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decode(record, batch);
        }
        if (batch.deadLetters() > 1) {
            LOG.warn(
                    "{} more cannot be read, see {}", batch.deadLetters() - 1, Topics.DEAD_LETTERS);
        }
        // First the letters: after a crash one may be there twice, but none is lost.
        deadLetters.await();
        store(batch);
    }

    private void decode(ConsumerRecord<byte[], byte[]> record, PolledBatch batch) {
        try {
            batch.add(
                    decoders.decode(
                            new RawRecord(
                                    record.topic(), record.key(), record.value(), tenant(record))));
        } catch (BadRecord e) {
            deadLetters.tell(record.topic(), record.partition(), record.offset(), e);
            batch.addDeadLetter();
            if (batch.deadLetters() == 1) {
                LOG.warn(
                        "{}-{} offset {} cannot be read: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    private static @Nullable String tenant(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(TENANT);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /* The positions rather than the last records' offsets: they are also beyond what a transaction left behind. */
    private void store(PolledBatch batch) {
        Map<LogPartition, Long> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            Long before = nextOffsets.put(partition, position);
            if (before == null || before != position) {
                moved.put(logPartition(partition), position);
            }
        }
        if (!moved.isEmpty()) {
            board.stored(batch, sink.accept(new EventBatch(batch.events(), moved)));
            board.enter(State.READING);
        }
    }

    private Map<LogPartition, Long> lag() {
        Map<LogPartition, Long> lag = new HashMap<>();
        consumer.endOffsets(consumer.assignment(), ANSWER)
                .forEach(
                        (partition, end) ->
                                lag.put(
                                        logPartition(partition),
                                        Math.max(
                                                0, end - nextOffsets.getOrDefault(partition, 0L))));
        if (consumer.paused().isEmpty() && lag.values().stream().allMatch(behind -> behind == 0)) {
            board.enter(State.READING);
        }
        return lag;
    }

    private static LogPartition logPartition(TopicPartition partition) {
        return new LogPartition(partition.topic(), partition.partition());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
