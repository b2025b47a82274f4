package org.leeswijzer.benchmarks.load;

import org.HdrHistogram.Histogram;

/** Reads percentiles of latencies that were recorded in nanoseconds. */
final class Percentiles {
    private Percentiles() {}

    static double millis(Histogram latency, double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }

    /** How many times the other's. */
    static double ratio(Histogram latency, Histogram other, double percentile) {
        return (double) latency.getValueAtPercentile(percentile)
                / Math.max(1, other.getValueAtPercentile(percentile));
    }
}
