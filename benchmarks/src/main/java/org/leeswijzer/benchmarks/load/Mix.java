package org.leeswijzer.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What front-ends ask: mostly the shelf of a title page, some titles much more often than others. */
final class Mix implements Supplier<Asked> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LIST_LENGTH = 20;
    private static final List<String> WORDS =
            List.of("de ", "her", "love", "huis", "van der", "a", "music", "oorlog");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final List<String> ids;
    private final SplittableRandom random;

    /**
     * @param ids of titles, those asked for most first
     * @param seed equal seeds give equal requests
     */
    Mix(URI server, List<String> ids, long seed) {
        this.server = server;
        this.ids = List.copyOf(ids);
        random = new SplittableRandom(seed);
    }

    @Override
    public Asked get() {
        int share = random.nextInt(100);
        if (share < 50) {
            return new Asked(Kind.TITLE, to("/v1/titles/" + encode(id()) + "/suggestions"));
        } else if (share < 60) {
            return new Asked(Kind.LIST, list());
        } else if (share < 70) {
            return new Asked(Kind.LOOK_UP, to("/v1/titles/" + encode(id())));
        } else if (share < 80) {
            String words = WORDS.get(random.nextInt(WORDS.size()));
            return new Asked(Kind.SEARCH, to("/v1/titles?q=" + encode(words)));
        }
        return new Asked(Kind.YARDSTICK, to("/v1/yardstick"));
    }

    private HttpRequest to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).build();
    }

    private HttpRequest list() {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < LIST_LENGTH; i++) {
            body.withArray("titles").add(id());
        }
        return HttpRequest.newBuilder(server.resolve("/v1/suggestions"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    /* The square of an even draw: the first tenth of the list gets a third of the requests. */
    private String id() {
        double at = random.nextDouble();
        return ids.get((int) (at * at * ids.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
