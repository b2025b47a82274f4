package org.leeswijzer.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.Uuid;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LogPartition;

/**
 * Which topic the offsets in the store are of: one that was deleted and made anew has the same name and another id.
 *
 * <p>The store keeps a number per partition of a name. A topic's id is two of them, under a name that no topic can have, so
 * that it is written in the same batch as the offsets that it goes with.
 */
final class TopicIds {
    private static final String MARK = "#id";

    private TopicIds() {}

    /** The id of the topic that was read; empty if none was, or its broker gives none. */
    static Optional<Uuid> known(EventSink sink, String topic) {
        OptionalLong high = sink.nextOffset(new LogPartition(topic + MARK, 0));
        OptionalLong low = sink.nextOffset(new LogPartition(topic + MARK, 1));
        return high.isPresent() && low.isPresent()
                ? Optional.of(new Uuid(high.getAsLong(), low.getAsLong()))
                : Optional.empty();
    }

    /** What is stored to know it again. */
    static Map<LogPartition, Long> stored(String topic, Uuid id) {
        return Map.of(
                new LogPartition(topic + MARK, 0),
                id.getMostSignificantBits(),
                new LogPartition(topic + MARK, 1),
                id.getLeastSignificantBits());
    }
}
