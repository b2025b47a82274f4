package org.leeswijzer.benchmarks.load;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at times drawn beforehand, as independent readers would, and times each from when it was due: a server
 * that stalls is charged for all who had to wait, not only for the one that it stalled on.
 */
final class OpenLoop {
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int DIGITS = 3;

    private final HttpClient client;

    OpenLoop(HttpClient client) {
        this.client = client;
    }

    /**
     * What became of one kind of request.
     *
     * @param latency of those that were answered, in nanoseconds from when they were due
     */
    record Outcome(Histogram latency, long asked, long failed) {
        double errorShare() {
            return asked == 0 ? 0 : (double) failed / asked;
        }
    }

    /** Sends for so long and returns when all are answered; by kind of request. */
    Map<String, Outcome> run(Mix mix, int perSecond, Duration duration, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Mix.KINDS.forEach(kind -> tallies.put(kind, new Tally()));
        Phaser open = new Phaser(1);
        long begin = System.nanoTime();
        long due = begin;
        while (due - begin < duration.toNanos()) {
            Mix.Asked asked = mix.next();
            waitUntil(due);
            send(asked, due, tallies.get(asked.kind()), open);
            // Exponential gaps: arrivals of many who do not know of one another.
            due += (long) (-StrictMath.log(1 - random.nextDouble()) * 1e9 / perSecond);
        }
        open.arriveAndAwaitAdvance();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        tallies.forEach((kind, tally) -> outcomes.put(kind, tally.outcome()));
        return outcomes;
    }

    private void send(Mix.Asked asked, long due, Tally tally, Phaser open) {
        open.register();
        client.sendAsync(asked.request(), HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete(
                        (response, failure) -> {
                            boolean good = failure == null && response.statusCode() / 100 == 2;
                            tally.count(System.nanoTime() - due, good);
                            open.arriveAndDeregister();
                        });
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static final class Tally {
        private final Histogram latency = new Histogram(LONGEST_NANOS, DIGITS);
        private long asked;
        private long failed;

        synchronized void count(long nanos, boolean good) {
            asked++;
            if (good) {
                latency.recordValue(Math.min(nanos, LONGEST_NANOS));
            } else {
                failed++;
            }
        }

        synchronized Outcome outcome() {
            return new Outcome(latency.copy(), asked, failed);
        }
    }
}
