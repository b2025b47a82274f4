package org.leeswijzer.ingest;

import static org.leeswijzer.ingest.Beginnings.logPartition;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.RawRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker: lists the topics, starts each partition where {@link Beginnings} says, and takes one batch
 * after another to the store: while one is stored, the next is read and decoded. It keeps no state that outlives a failure: whoever runs it makes another.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Beginnings beginnings;
    private final Rewind rewind;
    private final Queue<Replay> replays;
    private final DeadLetters deadLetters;
    private final Decoders decoders;
    private final EventSink sink;
    private final StatusBoard board;
    private final Storing storing = new Storing(Thread.currentThread().getName() + "-store");
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final Every listing;
    private final Every measuring = new Every(MEASURE_INTERVAL);
    private long answered;

    Session(
            ConsumerSettings settings,
            DeadLetters deadLetters,
            Decoders decoders,
            EventSink sink,
            StatusBoard board,
            Queue<Replay> replays,
            Clock clock) {
        consumer =
                new KafkaConsumer<>(
                        properties(settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            admin = Admin.create(settings.clientProperties());
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
            throw e;
        }
        beginnings = new Beginnings(consumer, ANSWER, sink, board, clock);
        rewind = new Rewind(consumer, ANSWER, sink);
        this.replays = replays;
        this.deadLetters = deadLetters;
        this.decoders = decoders;
        this.sink = sink;
        this.board = board;
        listing = new Every(settings.relistInterval());
    }

    private static Map<String, Object> properties(ConsumerSettings settings) {
        Map<String, Object> properties = settings.clientProperties();
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
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
            replay();
            poll();
        }
        if (measuring.isDue()) {
            board.measured(lag(), asked);
            answered = asked;
        }
        return !consumer.assignment().isEmpty();
    }

    private void list() {
        storing.await();
        // The ids first: a topic that is made anew in between is found out the next time.
        Map<String, Uuid> ids = ids();
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
        added.removeIf(
                partition ->
                        consumer.assignment().contains(partition)
                                && !beginnings.isMadeAnew(partition.topic(), ids));
        if (added.isEmpty() && found.equals(consumer.assignment())) {
            return;
        }
        consumer.assign(found);
        nextOffsets.keySet().retainAll(found);
        beginnings.of(added, ids).forEach(this::goTo);
        LOG.info("reading {} partitions, {} of them new", found.size(), added.size());
    }

    private Map<String, Uuid> ids() {
        try {
            return admin
                    .listTopics()
                    .listings()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .stream()
                    .collect(Collectors.toMap(TopicListing::name, TopicListing::topicId));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(
                    "Timeout of %d ms expired before the topics were listed"
                            .formatted(ANSWER.toMillis()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void goTo(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        nextOffsets.put(partition, offset);
    }

    /* Between two batches, when the one before is stored: none can bring an offset forward that was just taken back. */
    private void replay() {
        if (!replays.isEmpty()) {
            storing.await();
        }
        for (Replay asked = replays.poll(); asked != null; asked = replays.poll()) {
            List<Rewound> rewound = asked.run(order -> rewind.run(order, consumer.assignment()));
            if (!rewound.isEmpty()) {
                board.replayed();
            }
            for (Rewound each : rewound) {
                LOG.info("reading {} again from offset {}", each.partition(), each.from());
                goTo(
                        new TopicPartition(each.partition().topic(), each.partition().partition()),
                        each.from());
            }
        }
    }

    private void poll() {
        if (sink.behind()) {
            storing.await();
            consumer.pause(consumer.assignment());
            board.enter(State.PAUSED);
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
            board.enter(State.READING);
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        PolledBatch batch = new PolledBatch();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            batch.at(record.timestamp());
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
            batch.add(decoders.decode(RawRecord.of(record)));
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
            EventBatch events = new EventBatch(batch.events(), moved);
            storing.submit(
                    () -> {
                        board.stored(batch, sink.accept(events));
                        board.enter(State.READING);
                    });
        }
    }

    private Map<LogPartition, Long> lag() {
        storing.await();
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

    @Override
    public void close() {
        storing.close();
        admin.close(CLOSE_TIMEOUT);
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
