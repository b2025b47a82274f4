package org.leeswijzer.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.leeswijzer.benchmarks.results.ResultFile;

/**
 * Asks the demo as front-ends would, and holds its latencies against the budget of {@code benchmarks/budgets/demo.json}.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.load.LoadTest [quick|standard|full] [url]
 * }</pre>
 *
 * <p>Without an address of this machine the demo is started, and stopped. Ends with 1 where the budget is exceeded.
 */
public final class LoadTest {
    private static final long SEED = 7;
    private static final List<String> SEARCHES = List.of("a", "b", "d", "h", "m", "s", "t", "v");

    private LoadTest() {}

    /** How hard and how long. */
    private enum Preset {
        QUICK(200, Duration.ofSeconds(6), Duration.ofSeconds(10)),
        STANDARD(500, Duration.ofSeconds(15), Duration.ofSeconds(60)),
        FULL(1000, Duration.ofSeconds(30), Duration.ofSeconds(300));

        private final int perSecond;
        private final Duration warmUp;
        private final Duration measured;

        Preset(int perSecond, Duration warmUp, Duration measured) {
            this.perSecond = perSecond;
            this.warmUp = warmUp;
            this.measured = measured;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Preset preset =
                arguments.length > 0
                        ? Preset.valueOf(arguments[0].toUpperCase(Locale.ROOT))
                        : Preset.STANDARD;
        boolean kept;
        if (arguments.length > 1) {
            kept = measure(local(arguments[1]), preset);
        } else {
            try (DemoProcess demo = DemoProcess.start()) {
                kept = measure(demo.server(), preset);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    private static URI local(String url) {
        URI server = URI.create(url);
        if (!List.of("127.0.0.1", "localhost", "[::1]")
                .contains(String.valueOf(server.getHost()))) {
            throw new IllegalArgumentException(
                    "url is '%s': give one of this machine".formatted(url));
        }
        return server;
    }

    private static boolean measure(URI server, Preset preset)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<String> ids = ids(client, server);
        OpenLoop loop = new OpenLoop(client);
        loop.run(new Mix(server, ids, SEED), preset.perSecond, preset.warmUp, SEED);
        Map<String, OpenLoop.Outcome> outcomes =
                loop.run(
                        new Mix(server, ids, SEED + 1),
                        preset.perSecond,
                        preset.measured,
                        SEED + 1);
        List<String> over = over(outcomes);
        print(outcomes);
        over.forEach(line -> System.out.println("over budget: " + line));
        Path file =
                Path.of(
                        "benchmarks/results/load-%s.json"
                                .formatted(preset.name().toLowerCase(Locale.ROOT)));
        new ResultFile(
                        "java -cp benchmarks/target/benchmarks.jar "
                                + LoadTest.class.getName()
                                + " "
                                + preset.name().toLowerCase(Locale.ROOT))
                .put("requestsPerSecond", preset.perSecond)
                .put("measuredSeconds", preset.measured.toSeconds())
                .put("titles", ids.size())
                .put("kinds", figures(outcomes))
                .put("overBudget", over)
                .write(file);
        System.out.println("written to " + file);
        return over.isEmpty();
    }

    private static List<String> over(Map<String, OpenLoop.Outcome> outcomes) {
        Budget budget = Budget.read(Path.of("benchmarks/budgets/demo.json"));
        Histogram yardstick = outcomes.get(Mix.YARDSTICK).latency();
        List<String> over = new ArrayList<>();
        for (String kind : List.of(Mix.TITLE, Mix.LIST)) {
            over.addAll(budget.exceededBy(kind, outcomes.get(kind), yardstick));
        }
        return over;
    }

    /** Ids of titles, found by searching for single letters. */
    private static List<String> ids(HttpClient client, URI server)
            throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        for (String letter : SEARCHES) {
            HttpRequest search =
                    HttpRequest.newBuilder(server.resolve("/v1/titles?limit=100&q=" + letter))
                            .build();
            HttpResponse<String> answer = client.send(search, HttpResponse.BodyHandlers.ofString());
            for (JsonNode title : new ObjectMapper().readTree(answer.body()).path("titles")) {
                ids.add(title.path("id").asText());
            }
        }
        if (ids.isEmpty()) {
            throw new IOException("no title was found at " + server);
        }
        return List.copyOf(ids);
    }

    private static void print(Map<String, OpenLoop.Outcome> outcomes) {
        Histogram yardstick = outcomes.get(Mix.YARDSTICK).latency();
        System.out.printf(
                "%-20s %8s %8s %9s %9s %9s %9s %9s%n",
                "kind",
                "asked",
                "failed",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "p50 ratio",
                "p99 ratio");
        outcomes.forEach(
                (kind, outcome) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-20s %8d %8d %9.3f %9.3f %9.3f %9.2f %9.2f%n",
                                kind,
                                outcome.asked(),
                                outcome.failed(),
                                Percentiles.millis(outcome.latency(), 50),
                                Percentiles.millis(outcome.latency(), 99),
                                Percentiles.millis(outcome.latency(), 99.9),
                                Percentiles.ratio(outcome.latency(), yardstick, 50),
                                Percentiles.ratio(outcome.latency(), yardstick, 99)));
    }

    private static Map<String, Object> figures(Map<String, OpenLoop.Outcome> outcomes) {
        Histogram yardstick = outcomes.get(Mix.YARDSTICK).latency();
        Map<String, Object> figures = new LinkedHashMap<>();
        outcomes.forEach(
                (kind, outcome) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("asked", outcome.asked());
                    one.put("failed", outcome.failed());
                    one.put("p50Millis", Percentiles.millis(outcome.latency(), 50));
                    one.put("p99Millis", Percentiles.millis(outcome.latency(), 99));
                    one.put("p999Millis", Percentiles.millis(outcome.latency(), 99.9));
                    one.put(
                            "p50RatioToYardstick",
                            Percentiles.ratio(outcome.latency(), yardstick, 50));
                    one.put(
                            "p99RatioToYardstick",
                            Percentiles.ratio(outcome.latency(), yardstick, 99));
                    figures.put(kind, one);
                });
        return figures;
    }
}
