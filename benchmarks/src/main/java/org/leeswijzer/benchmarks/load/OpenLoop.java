package org.leeswijzer.benchmarks.load;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Sends requests when they are due, as independent readers would, and times each from then: a server that stalls is
 * charged for all who had to wait, not only for the one that it stalled on.
 */
final class OpenLoop {
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int DIGITS = 3;

    private final HttpClient client;
    private final Ticker ticker;
    private final int mostOpen;
    private final Duration patience;

    /**
     * @param mostOpen so many may wait for an answer at once; what is due beyond that is not sent, and has failed
     * @param patience an answer that takes longer has failed
     */
    OpenLoop(HttpClient client, Ticker ticker, int mostOpen, Duration patience) {
        this.client = client;
        this.ticker = ticker;
        this.mostOpen = mostOpen;
        this.patience = patience;
    }

    /** Sends all of the schedule, and returns when each is answered or has failed: within the patience after the last. */
    Measured run(Supplier<Asked> requests, Schedule schedule) throws InterruptedException {
        Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        Histogram late = histogram();
        Semaphore room = new Semaphore(mostOpen);
        long begin = ticker.nanos();
        for (int i = 0; i < schedule.size(); i++) {
            Asked asked = requests.get();
            Tally tally = tallies.computeIfAbsent(asked.kind(), kind -> new Tally());
            long due = begin + schedule.due(i);
            ticker.waitUntil(due);
            record(late, ticker.nanos() - due);
            if (room.tryAcquire()) {
                send(asked, due, tally, room);
            } else {
                tally.notSent();
            }
        }
        awaitAll(room);
        Map<Kind, Outcome> outcomes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            outcomes.put(kind, tallies.getOrDefault(kind, new Tally()).outcome());
        }
        return new Measured(outcomes, late);
    }

    /* The client's own time limit ends with the head of an answer; this one covers its body too. */
    private void send(Asked asked, long due, Tally tally, Semaphore room) {
        Future<?> unused =
                client.sendAsync(asked.request(), HttpResponse.BodyHandlers.ofByteArray())
                        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                        .whenComplete(
                                (response, failure) -> {
                                    boolean good =
                                            failure == null && response.statusCode() / 100 == 2;
                                    tally.answered(ticker.nanos() - due, good);
                                    room.release();
                                });
    }

    private void awaitAll(Semaphore room) throws InterruptedException {
        if (!room.tryAcquire(mostOpen, 2 * patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException(
                    "%d requests have neither an answer nor failed"
                            .formatted(mostOpen - room.availablePermits()));
        }
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, DIGITS);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
    }

    private static final class Tally {
        private final Histogram latency = histogram();
        private long asked;
        private long failed;
        private long notSent;

        synchronized void answered(long nanos, boolean good) {
            asked++;
            if (good) {
                record(latency, nanos);
            } else {
                failed++;
            }
        }

        synchronized void notSent() {
            asked++;
            failed++;
            notSent++;
        }

        synchronized Outcome outcome() {
            return new Outcome(latency.copy(), asked, failed, notSent);
        }
    }
}
