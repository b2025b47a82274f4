package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what other processes do; the time is only how long something that never comes is waited for. */
final class Patience {
    private static final long LOOK_MILLIS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Patience() {}

    /** A question to another process. */
    interface Question {
        boolean ask() throws IOException, InterruptedException;
    }

    /** @throws BrokenException if it does not come */
    static void until(String what, Question question, Supplier<String> seen)
            throws IOException, InterruptedException {
        BrokenException.unless(
                within(LONGEST, question), "%s did not come; last seen: %s", what, seen.get());
    }

    /** Whether it comes within that time. */
    static boolean within(Duration patience, Question question)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!question.ask()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }
}
