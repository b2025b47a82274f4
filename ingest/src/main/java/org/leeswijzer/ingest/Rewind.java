package org.leeswijzer.ingest;

import static org.leeswijzer.ingest.Beginnings.logPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.ReplayOrder.FromOffsets;
import org.leeswijzer.ingest.ReplayOrder.FromTime;

/**
 * Takes the offsets in the store back, all in one write. Only back: what lies between an offset and a later one would never
 * be read.
 */
final class Rewind {
    private static final Comparator<Rewound> BY_PARTITION =
            Comparator.comparing((Rewound each) -> each.partition().topic())
                    .thenComparing(each -> each.partition().partition());

    private final Consumer<?, ?> consumer;
    private final Duration patience;
    private final EventSink sink;

    Rewind(Consumer<?, ?> consumer, Duration patience, EventSink sink) {
        this.consumer = consumer;
        this.patience = patience;
        this.sink = sink;
    }

    /**
     * Stores where to read from.
     *
     * @param read all partitions that are read
     * @return those that are read again, sorted
     * @throws IllegalArgumentException if an offset is not there, or not read yet
     */
    List<Rewound> run(ReplayOrder order, Collection<TopicPartition> read) {
        List<Rewound> rewound =
                order instanceof FromOffsets offsets
                        ? fromOffsets(offsets.offsets(), read)
                        : order instanceof FromTime time ? fromTime(time, read) : List.of();
        if (!rewound.isEmpty()) {
            Map<LogPartition, Long> next =
                    rewound.stream().collect(Collectors.toMap(Rewound::partition, Rewound::from));
            var unused = sink.accept(new EventBatch(List.of(), next));
        }
        return rewound.stream().sorted(BY_PARTITION).toList();
    }

    private List<Rewound> fromOffsets(
            Map<LogPartition, Long> offsets, Collection<TopicPartition> read) {
        Map<LogPartition, TopicPartition> known =
                read.stream()
                        .collect(Collectors.toMap(Beginnings::logPartition, Function.identity()));
        List<Rewound> rewound = new ArrayList<>();
        offsets.forEach(
                (partition, offset) -> {
                    TopicPartition there = known.get(partition);
                    if (there == null) {
                        throw new IllegalArgumentException(
                                "%s is not read: give one of %s"
                                        .formatted(name(partition), names(read)));
                    }
                    long first =
                            consumer.beginningOffsets(List.of(there), patience)
                                    .getOrDefault(there, 0L);
                    rewound.add(rewound(partition, offset, first));
                });
        return rewound;
    }

    private Rewound rewound(LogPartition partition, long offset, long first) {
        OptionalLong before = sink.nextOffset(partition);
        if (before.isEmpty() || offset > before.getAsLong()) {
            throw new IllegalArgumentException(
                    "offset of %s is %d, which is not read yet: give at most %d"
                            .formatted(name(partition), offset, before.orElse(first)));
        }
        if (offset < first) {
            throw new IllegalArgumentException(
                    "offset of %s is %d, which the broker has deleted: give at least %d"
                            .formatted(name(partition), offset, first));
        }
        return new Rewound(partition, offset, before.getAsLong());
    }

    private List<Rewound> fromTime(FromTime order, Collection<TopicPartition> read) {
        Map<TopicPartition, Long> times = new HashMap<>();
        read.forEach(partition -> times.put(partition, order.time().toEpochMilli()));
        List<Rewound> rewound = new ArrayList<>();
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, patience);
        found.forEach(
                (partition, at) -> {
                    OptionalLong before = sink.nextOffset(logPartition(partition));
                    // None is found where all records are older.
                    if (at != null && before.isPresent() && at.offset() < before.getAsLong()) {
                        rewound.add(
                                new Rewound(
                                        logPartition(partition), at.offset(), before.getAsLong()));
                    }
                });
        return rewound;
    }

    private static String name(LogPartition partition) {
        return partition.topic() + "-" + partition.partition();
    }

    private static String names(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(TopicPartition::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
