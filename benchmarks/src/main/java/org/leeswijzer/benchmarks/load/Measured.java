package org.leeswijzer.benchmarks.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * What came of a run.
 *
 * @param outcomes one for every kind
 * @param late how much later than due requests left, in nanoseconds: the sender's own fault, held against the server
 */
record Measured(Map<Kind, Outcome> outcomes, Histogram late) {
    /** A sender that is later than this more than one time in a hundred measures itself. */
    private static final double OVERRUN_MILLIS = 5;

    Measured {
        outcomes = new EnumMap<>(outcomes);
    }

    Outcome of(Kind kind) {
        return Objects.requireNonNull(outcomes.get(kind), kind.text());
    }

    double lateMillis(double percentile) {
        return late.getValueAtPercentile(percentile) / 1e6;
    }

    /** Whether the sender could not keep up with its own schedule. */
    boolean overrun() {
        return lateMillis(99) > OVERRUN_MILLIS;
    }
}
