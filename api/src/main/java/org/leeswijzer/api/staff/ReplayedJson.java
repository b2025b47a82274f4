package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.ingest.Rewound;

/** Which partitions are read again, sorted; none if nothing was read since then. */
@Serdeable
public record ReplayedJson(List<Partition> partitions) {

    /**
     * One of them.
     *
     * @param from the offset that is read next
     * @param before the offset that would have been
     */
    @Serdeable
    public record Partition(String topic, int partition, long from, long before) {}

    /** Copies the list. */
    public ReplayedJson {
        partitions = List.copyOf(partitions);
    }

    /** As it is told outside. */
    public static ReplayedJson of(List<Rewound> rewound) {
        return new ReplayedJson(
                rewound.stream()
                        .map(
                                each ->
                                        new Partition(
                                                each.partition().topic(),
                                                each.partition().partition(),
                                                each.from(),
                                                each.before()))
                        .toList());
    }
}
