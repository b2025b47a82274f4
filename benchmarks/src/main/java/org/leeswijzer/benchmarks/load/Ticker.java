package org.leeswijzer.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/** What time it is, and waiting for it to be later; so that a test decides on both. */
public interface Ticker {
    /** The machine's own. */
    Ticker SYSTEM =
            new Ticker() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void waitUntil(long nanos) {
                    long left = nanos - nanos();
                    while (left > 0) {
                        LockSupport.parkNanos(left);
                        left = nanos - nanos();
                    }
                }
            };

    /** Nanoseconds from some fixed moment. */
    long nanos();

    /** Returns at once if that moment has been. */
    void waitUntil(long nanos);
}
