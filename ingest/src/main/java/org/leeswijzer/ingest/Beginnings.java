package org.leeswijzer.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LogPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the reading of each partition begins: where the store says, as long as the log has that. Where it has not, the store
 * is told first and the loss, if there is one, after that: so each is told once, whatever happens in between.
 */
final class Beginnings {
    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final Consumer<?, ?> consumer;
    private final Duration patience;
    private final EventSink sink;
    private final StatusBoard board;
    private final Clock clock;

    Beginnings(
            Consumer<?, ?> consumer,
            Duration patience,
            EventSink sink,
            StatusBoard board,
            Clock clock) {
        this.consumer = consumer;
        this.patience = patience;
        this.sink = sink;
        this.board = board;
        this.clock = clock;
    }

    /** Whether the topic's offsets in the store are those of another topic of that name. */
    boolean isMadeAnew(String topic, Map<String, Uuid> ids) {
        Uuid now = ids.getOrDefault(topic, Uuid.ZERO_UUID);
        return !now.equals(Uuid.ZERO_UUID)
                && TopicIds.known(sink, topic).filter(known -> !known.equals(now)).isPresent();
    }

    /** The first offset to read of each of the partitions. */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions, Map<String, Uuid> ids) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, patience);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, patience);
        Map<TopicPartition, Long> begin = new HashMap<>();
        Map<LogPartition, Long> moved = new HashMap<>();
        Map<TopicPartition, Change> changes =
                new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        first.forEach(
                (partition, from) -> {
                    Change change = change(partition, from, end.getOrDefault(partition, from), ids);
                    begin.put(partition, change.begin());
                    if (change.why() != Why.GOES_ON) {
                        changes.put(partition, change);
                        moved.put(logPartition(partition), change.begin());
                    }
                });
        partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> identify(topic, ids, moved));
        if (!changes.isEmpty()) {
            sink.lostRecords();
        }
        if (!moved.isEmpty()) {
            var unused = sink.accept(new EventBatch(List.of(), moved));
        }
        Instant now = clock.instant();
        changes.forEach((partition, change) -> tell(partition, change, now));
        return begin;
    }

    /** Why reading does not go on where it stopped. */
    private enum Why {
        GOES_ON,
        DELETED_BEFORE_READ,
        WENT_BACK,
        MADE_ANEW
    }

    private record Change(Why why, long stored, long begin, long end) {}

    private Change change(TopicPartition partition, long first, long end, Map<String, Uuid> ids) {
        long stored = sink.nextOffset(logPartition(partition)).orElse(-1);
        if (stored < 0) {
            return new Change(Why.GOES_ON, first, first, end);
        }
        if (isMadeAnew(partition.topic(), ids)) {
            return new Change(Why.MADE_ANEW, stored, first, end);
        }
        if (stored < first) {
            return new Change(Why.DELETED_BEFORE_READ, stored, first, end);
        }
        return stored > end
                ? new Change(Why.WENT_BACK, stored, first, end)
                : new Change(Why.GOES_ON, stored, stored, end);
    }

    /*
     * The id that the topic has now. Of one that was made anew with fewer partitions, the offsets of the others go too: it
     * may be given more one day.
     */
    private void identify(String topic, Map<String, Uuid> ids, Map<LogPartition, Long> moved) {
        Uuid now = ids.getOrDefault(topic, Uuid.ZERO_UUID);
        if (now.equals(Uuid.ZERO_UUID)
                || TopicIds.known(sink, topic).filter(now::equals).isPresent()) {
            return;
        }
        if (isMadeAnew(topic, ids)) {
            LogPartition partition = new LogPartition(topic, 0);
            while (sink.nextOffset(partition).isPresent()) {
                moved.putIfAbsent(partition, 0L);
                partition = new LogPartition(topic, partition.partition() + 1);
            }
        }
        moved.putAll(TopicIds.stored(topic, now));
    }

    private void tell(TopicPartition partition, Change change, Instant now) {
        if (change.why() == Why.DELETED_BEFORE_READ) {
            LostRange lost =
                    new LostRange(logPartition(partition), change.stored(), change.begin(), now);
            LOG.error(
                    "{} are lost: the broker deleted them before they were read. Publish them again at their source, or import them; and have the broker keep records longer than this service may stand still",
                    lost);
            board.lost(lost);
            return;
        }
        if (change.why() == Why.MADE_ANEW) {
            lostWithTheTopic(logPartition(partition), change.stored(), now);
        }
        LOG.warn(
                "{} {}: it has offsets {} to {} and reading was at {}. All of it is read, which counts nothing twice",
                partition,
                change.why() == Why.MADE_ANEW
                        ? "was deleted and made anew"
                        : "went back, or its broker was restored from a backup",
                change.begin(),
                change.end() - 1,
                change.stored());
        board.readAnew();
    }

    /* What a deleted topic had beyond our offset is known only from the last measuring. */
    private void lostWithTheTopic(LogPartition partition, long stored, Instant now) {
        long unread = board.unread(partition);
        if (unread > 0) {
            LostRange lost = new LostRange(partition, stored, stored + unread, now);
            LOG.error(
                    "{} are lost: the topic was deleted before they were read. Publish them again at their source, or import them",
                    lost);
            board.lost(lost);
        }
    }

    static LogPartition logPartition(TopicPartition partition) {
        return new LogPartition(partition.topic(), partition.partition());
    }
}
