package org.leeswijzer.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when it is told to, or when somebody waits for it. */
final class FakeTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(1_000_000_007);

    void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void waitUntil(long nanos) {
        now.accumulateAndGet(nanos, Math::max);
    }
}
