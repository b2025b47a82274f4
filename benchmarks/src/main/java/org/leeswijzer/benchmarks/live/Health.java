package org.leeswijzer.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.leeswijzer.benchmarks.load.Ticker;

/**
 * What the service says of itself.
 *
 * @param state of reading the event log
 * @param lag records that are not yet counted
 * @param dirtyTitles of which the neighbours are to be computed anew
 */
record Health(String state, long lag, long dirtyTitles) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Health of(URI server) throws IOException {
        JsonNode details;
        try (InputStream answer = server.resolve("/health").toURL().openStream()) {
            details = JSON.readTree(answer).path("details");
        }
        JsonNode log = details.path("eventLog").path("details");
        return new Health(
                log.path("state").asText(),
                log.path("lag").asLong(-1),
                details.path("store").path("details").path("dirtyTitles").asLong(-1));
    }

    /** Waits until all that was published is counted. */
    static void awaitCaughtUp(URI server, Ticker ticker) throws IOException {
        long begin = ticker.nanos();
        Health health = of(server);
        while (!health.state.equals("reading") || health.lag != 0) {
            if (ticker.nanos() - begin > PATIENCE.toNanos()) {
                throw new IOException("the service does not catch up: " + health);
            }
            ticker.waitUntil(ticker.nanos() + AGAIN.toNanos());
            health = of(server);
        }
    }
}
