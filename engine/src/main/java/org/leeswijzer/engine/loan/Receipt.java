package org.leeswijzer.engine.loan;

import java.util.EnumMap;
import java.util.Map;

/** How many events of a batch had which outcome. */
public record Receipt(Map<Outcome, Long> counts) {
    public Receipt {
        counts = Map.copyOf(counts);
    }

    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** The two together. */
    public Receipt plus(Receipt other) {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
        sum.putAll(counts);
        other.counts.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return new Receipt(sum);
    }
}
