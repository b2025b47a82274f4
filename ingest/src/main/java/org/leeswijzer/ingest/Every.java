package org.leeswijzer.ingest;

import java.time.Duration;

/**
 * Says when something is due again. By the time that has passed, whatever the clock on the wall says: a clock that is put
 * back shall not make the consumer blind for an hour.
 */
final class Every {
    private final long nanos;
    private long last;
    private boolean isFirst = true;

    Every(Duration interval) {
        nanos = interval.toNanos();
    }

    /** Whether it is time; if so, the interval begins anew. */
    boolean isDue() {
        long now = System.nanoTime();
        if (!isFirst && now - last < nanos) {
            return false;
        }
        isFirst = false;
        last = now;
        return true;
    }

    /** Makes it due now. */
    void hurry() {
        isFirst = true;
    }
}
