package org.leeswijzer.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo, as {@code java -jar} starts it, on a free port. It ends with this process, however that ends. */
final class DemoProcess implements AutoCloseable {
    private static final Path JAR = Path.of("api/target/leeswijzer.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/(?=\\s|$)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long STOP_SECONDS = 30;
    private static final int LAST_LINES = 30;

    private final Process process;
    private final CompletableFuture<URI> server = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private DemoProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "demo-stop"));
        Thread reader = new Thread(this::read, "demo-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the demo and waits until it tells its address, which it does when all loans are in.
     *
     * @throws IOException if it ends before that or takes too long; what it said last is in the message
     */
    static DemoProcess start() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IOException(
                    "%s is not there: build it with ./mvnw -DskipTests package, and run this in that folder"
                            .formatted(JAR));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(List.of(java, "-jar", JAR.toString(), "demo", "--port", "0"), PATIENCE);
    }

    static DemoProcess start(List<String> command, Duration patience)
            throws IOException, InterruptedException {
        DemoProcess demo =
                new DemoProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        boolean told = false;
        try {
            demo.server.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            told = true;
            return demo;
        } catch (TimeoutException e) {
            throw new IOException(
                    "the demo did not tell its address in time (%s):%n%s"
                            .formatted(patience, demo.lastLines()),
                    e);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the demo ended before it told its address:%n%s".formatted(demo.lastLines()),
                    e);
        } finally {
            if (!told) {
                demo.close();
            }
        }
    }

    /* To the end, or the demo would stop when nobody reads what it says. */
    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    server.complete(URI.create(address.group()));
                }
            }
            server.completeExceptionally(new IOException("its output ended"));
        } catch (IOException | UncheckedIOException e) {
            server.completeExceptionally(e);
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.remove();
            }
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join(System.lineSeparator(), lastLines);
        }
    }

    URI server() {
        return server.join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets the demo stop its broker and remove what it made; after a while it is ended, and its children too. */
    @Override
    public void close() {
        stop();
    }

    private void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
