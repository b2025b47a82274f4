package org.leeswijzer.benchmarks.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.leeswijzer.benchmarks.load.Ticker;

/** Asks for the suggestions of a title over and over until the awaited one is among them. Safe for use by many threads. */
final class Probes implements Feed.ProbeWatch, AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DIGITS = 3;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final ScheduledExecutorService asking = Executors.newScheduledThreadPool(THREADS);
    private final Phaser open = new Phaser(1);
    private final Histogram seen = new Histogram(2 * PATIENCE.toNanos(), DIGITS);
    private final URI server;
    private final Ticker ticker;
    private long missed;
    private long asked;

    Probes(URI server, Ticker ticker) {
        this.server = server;
        this.ticker = ticker;
    }

    @Override
    public void complete(Probe probe, long due) {
        open.register();
        Future<?> unused = asking.submit(() -> ask(probe, due));
    }

    private void ask(Probe probe, long due) {
        boolean found = false;
        try {
            found = isSeen(probe);
        } catch (IOException e) {
            // As good as an answer without it: it is asked again while there is time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long waited = ticker.nanos() - due;
        if (note(found, waited)) {
            open.arriveAndDeregister();
        } else {
            Future<?> unused =
                    asking.schedule(() -> ask(probe, due), AGAIN.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private boolean isSeen(Probe probe) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                server.resolve(
                                        "/v1/titles/%s/suggestions?basis=loans"
                                                .formatted(probe.asked())))
                        .timeout(PATIENCE)
                        .build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return body.contains("\"id\":\"" + probe.awaited() + "\"");
    }

    /** Returns whether the probe is done with. */
    private synchronized boolean note(boolean found, long nanos) {
        asked++;
        if (found) {
            seen.recordValue(Math.min(nanos, seen.getHighestTrackableValue()));
        } else if (nanos > PATIENCE.toNanos() || Thread.currentThread().isInterrupted()) {
            missed++;
        } else {
            return false;
        }
        return true;
    }

    /** Waits until every probe is seen or given up. */
    void await() {
        open.arriveAndAwaitAdvance();
    }

    /** From when a probe's last loan was due to the first answer that shows it, in nanoseconds. */
    synchronized Histogram seen() {
        return seen.copy();
    }

    /** Probes that no answer showed in time. */
    synchronized long missed() {
        return missed;
    }

    /** Answers that were asked for. */
    synchronized long asked() {
        return asked;
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
