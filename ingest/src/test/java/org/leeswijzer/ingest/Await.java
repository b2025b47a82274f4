package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what another thread or process does; the time is only how long a failing test takes. */
final class Await {
    static final Duration LONG = Duration.ofSeconds(60);

    private Await() {}

    /** Until the consumer says so. */
    static ConsumerStatus until(LoanConsumer consumer, Predicate<ConsumerStatus> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!wanted.test(consumer.status()) && System.nanoTime() < deadline) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(consumer.status()).matches(wanted);
        return consumer.status();
    }

    /** Until all that is published is stored. */
    static void caughtUp(LoanConsumer consumer) throws InterruptedException {
        assertThat(consumer.awaitCaughtUp(LONG)).as("caught up: %s", consumer.status()).isTrue();
    }
}
