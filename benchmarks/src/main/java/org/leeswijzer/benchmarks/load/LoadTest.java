package org.leeswijzer.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    private static final int MOST_OPEN = 256;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

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

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Preset parse(String text) {
            for (Preset preset : values()) {
                if (preset.text().equals(text)) {
                    return preset;
                }
            }
            throw new IllegalArgumentException(
                    "preset is '%s': give quick, standard or full".formatted(text));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        int exit;
        try {
            Preset preset = Preset.parse(arguments.length > 0 ? arguments[0] : "standard");
            boolean kept =
                    arguments.length > 1
                            ? measure(local(arguments[1]), preset)
                            : measureDemo(preset);
            exit = kept ? 0 : 1;
        } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            exit = 2;
        }
        System.exit(exit);
    }

    /** The address, if it is one of this machine. */
    static URI local(String url) {
        URI server = URI.create(url);
        if (!"http".equals(server.getScheme())
                || !List.of("127.0.0.1", "localhost", "[::1]")
                        .contains(String.valueOf(server.getHost()))) {
            throw new IllegalArgumentException(
                    "url is '%s': give one of this machine, such as http://127.0.0.1:8080/"
                            .formatted(url));
        }
        return server;
    }

    private static boolean measureDemo(Preset preset) throws IOException, InterruptedException {
        try (ServiceProcess demo = ServiceProcess.demo()) {
            return measure(demo.server(), preset);
        }
    }

    private static boolean measure(URI server, Preset preset)
            throws IOException, InterruptedException {
        Budget budget = Budget.read(Path.of("benchmarks/budgets/demo.json"));
        ResultFile results = resultFile(preset);
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .build();
        List<String> ids = TitleIds.find(client, server);
        OpenLoop loop = new OpenLoop(client, Ticker.SYSTEM, MOST_OPEN, PATIENCE);
        loop.run(new Mix(server, ids, SEED), Schedule.of(preset.perSecond, preset.warmUp, SEED));
        Measured measured =
                loop.run(
                        new Mix(server, ids, SEED + 1),
                        Schedule.of(preset.perSecond, preset.measured, SEED + 1));
        List<String> over = budget.exceededBy(measured);
        LoadReport report = new LoadReport(measured);
        System.out.print(report.table());
        over.forEach(line -> System.out.println("over budget: " + line));
        Path file = Path.of("benchmarks/results/load-%s.json".formatted(preset.text()));
        results.put("titles", ids.size())
                .put("kinds", report.kinds())
                .put("sender", report.sender())
                .put("overBudget", over)
                .write(file);
        System.out.println("written to " + file);
        return over.isEmpty();
    }

    private static ResultFile resultFile(Preset preset) {
        return new ResultFile(
                        "java -cp benchmarks/target/benchmarks.jar %s %s"
                                .formatted(LoadTest.class.getName(), preset.text()))
                .put("requestsPerSecond", preset.perSecond)
                .put("measuredSeconds", preset.measured.toSeconds());
    }
}
