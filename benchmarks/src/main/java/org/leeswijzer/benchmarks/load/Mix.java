package org.leeswijzer.benchmarks.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What front-ends ask: mostly the shelf of a title page, popular titles more often than others. */
final class Mix {
    /** Kinds of request, by the name that results use. */
    static final String TITLE = "title suggestions";

    static final String LIST = "list suggestions";
    static final String LOOK_UP = "title look-up";
    static final String SEARCH = "search";
    static final String YARDSTICK = "yardstick";

    static final List<String> KINDS = List.of(TITLE, LIST, LOOK_UP, SEARCH, YARDSTICK);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LIST_LENGTH = 20;
    private static final List<String> WORDS =
            List.of("de ", "her", "love", "huis", "van der", "a", "music", "oorlog");

    private final URI server;
    private final List<String> ids;
    private final SplittableRandom random;

    /** @param ids of titles, popular ones first */
    Mix(URI server, List<String> ids, long seed) {
        this.server = server;
        this.ids = List.copyOf(ids);
        random = new SplittableRandom(seed);
    }

    /** A request with its kind. */
    record Asked(String kind, HttpRequest request) {}

    Asked next() {
        int share = random.nextInt(100);
        if (share < 50) {
            return new Asked(TITLE, get("/v1/titles/" + encode(id()) + "/suggestions"));
        } else if (share < 60) {
            return new Asked(LIST, list());
        } else if (share < 70) {
            return new Asked(LOOK_UP, get("/v1/titles/" + encode(id())));
        } else if (share < 80) {
            return new Asked(
                    SEARCH, get("/v1/titles?q=" + encode(WORDS.get(random.nextInt(WORDS.size())))));
        }
        return new Asked(YARDSTICK, get("/v1/yardstick"));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).build();
    }

    private HttpRequest list() {
        StringBuilder body = new StringBuilder("{\"titles\":[");
        for (int i = 0; i < LIST_LENGTH; i++) {
            body.append(i == 0 ? "\"" : ",\"").append(id().replace("\"", "")).append('"');
        }
        return HttpRequest.newBuilder(server.resolve("/v1/suggestions"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
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
