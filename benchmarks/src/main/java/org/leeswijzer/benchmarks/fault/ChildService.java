package org.leeswijzer.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.api.Leeswijzer;

/** A command of Leeswijzer's in a process of its own, {@code serve} above all; all that it says goes to a file. */
final class ChildService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS =
            Pattern.compile("listens at (http://127\\.0\\.0\\.1:\\d+)/");
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** It logs what the shipped service logs, not the little that our tests let through. */
    private static final String AS_SHIPPED = "-Dlogback.configurationFile=logback.xml";

    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final Thread orphaned;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private ChildService(Process process, Path log) {
        this.process = process;
        this.log = log;
        orphaned = new Thread(process::destroyForcibly, "child-end");
        Runtime.getRuntime().addShutdownHook(orphaned);
    }

    /** Starts a command. */
    static ChildService start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", AS_SHIPPED));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Leeswijzer.class.getName());
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ChildService(process, log);
    }

    /** All that it has said. */
    String said() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has said this. */
    void awaitSaid(String text) throws IOException, InterruptedException {
        Patience.until(text, () -> said().contains(text) || !isAlive(), this::said);
        BrokenException.unless(said().contains(text), "it ended, having said: %s", said());
    }

    /** Waits until it serves. */
    void awaitServing() throws IOException, InterruptedException {
        awaitSaid("listens at");
    }

    private URI address() {
        Matcher address = ADDRESS.matcher(said());
        BrokenException.unless(address.find(), "no address: %s", said());
        return URI.create(address.group(1));
    }

    /** The status that a route answers with; 0 if nobody answers. */
    int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address().resolve(path)).timeout(ANSWER).build(),
                BodyHandlers.ofString());
    }

    /** What {@code /health} says; nothing if nobody answers. */
    JsonNode health() throws InterruptedException {
        try {
            return JSON.readTree(get("/health").body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** What it says of reading the event log. */
    JsonNode eventLog() throws InterruptedException {
        return health().path("details").path("eventLog").path("details");
    }

    /** What it says of the store. */
    JsonNode store() throws InterruptedException {
        return health().path("details").path("store").path("details");
    }

    /** Waits until it has read so many records and none is left. */
    void awaitRead(long records) throws IOException, InterruptedException {
        Patience.until(
                records + " records read",
                () -> {
                    JsonNode log = eventLog();
                    return log.path("recordsRead").asLong() >= records
                            && log.path("lag").asLong() == 0;
                },
                this::said);
    }

    /** Waits until it ends by itself; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        forget();
        return code;
    }

    /** Waits so long, or until it ends; returns whether it has ended. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it at once: SIGKILL on every system that has signals. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        forget();
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(orphaned);
        } catch (IllegalStateException e) {
            // This process is ending, and the hook runs.
            return;
        }
    }
}
