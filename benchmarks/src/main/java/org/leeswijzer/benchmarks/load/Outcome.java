package org.leeswijzer.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What became of one kind of request.
 *
 * @param latency of those that were answered well, in nanoseconds from when they were due
 * @param asked all that were due
 * @param failed of those, all without a good answer: another status than 2xx, none in time, or never sent
 * @param notSent of those, all that were not sent because too many were waiting for an answer
 */
record Outcome(Histogram latency, long asked, long failed, long notSent) {

    /** From 0 to 1; 1 if nothing was asked, since nothing was answered. */
    double errorShare() {
        return asked == 0 ? 1 : (double) failed / asked;
    }

    /** Not a number if nothing was answered. */
    double millis(double percentile) {
        return answered() ? latency.getValueAtPercentile(percentile) / 1e6 : Double.NaN;
    }

    /** How many times the other's; not a number if either answered nothing. */
    double ratio(Outcome other, double percentile) {
        return millis(percentile) / other.millis(percentile);
    }

    private boolean answered() {
        return latency.getTotalCount() > 0;
    }
}
