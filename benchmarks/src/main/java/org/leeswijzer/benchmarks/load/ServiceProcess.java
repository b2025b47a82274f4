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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service, or the demo with it, as {@code java -jar} starts it, on a free port. It ends with this process, however that
 * ends.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final Path JAR = Path.of("api/target/leeswijzer.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/(?=\\s|$)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long STOP_SECONDS = 30;
    private static final int LAST_LINES = 30;

    private final Process process;
    private final CompletableFuture<URI> server = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "service-stop"));
        Thread reader = new Thread(this::read, "service-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The program, to which a command and its options are added.
     *
     * @param forJava options of the virtual machine, such as {@code -Xmx2g}
     * @throws IOException if it is not built
     */
    public static List<String> program(String... forJava) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(
                    "%s is not there: build it with ./mvnw -DskipTests package, and run this in that folder"
                            .formatted(JAR));
        }
        List<String> program = new ArrayList<>();
        program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.addAll(List.of(forJava));
        program.addAll(List.of("-jar", JAR.toString()));
        return List.copyOf(program);
    }

    /**
     * Starts the demo and waits until it tells its address, which it does when all loans are in.
     *
     * @throws IOException if it ends before that or takes too long; what it said last is in the message
     */
    static ServiceProcess demo() throws IOException, InterruptedException {
        return start(program(), List.of("demo", "--port", "0"));
    }

    /**
     * Starts {@code serve} with these options and waits until it tells its address.
     *
     * @throws IOException if it ends before that or takes too long; what it said last is in the message
     */
    public static ServiceProcess serve(List<String> program, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(options);
        return start(program, arguments);
    }

    private static ServiceProcess start(List<String> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return start(command, PATIENCE);
    }

    static ServiceProcess start(List<String> command, Duration patience)
            throws IOException, InterruptedException {
        ServiceProcess service =
                new ServiceProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        boolean told = false;
        try {
            service.server.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            told = true;
            return service;
        } catch (TimeoutException e) {
            throw new IOException(
                    "the service did not tell its address in time (%s):%n%s"
                            .formatted(patience, service.lastLines()),
                    e);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the service ended before it told its address:%n%s"
                            .formatted(service.lastLines()),
                    e);
        } finally {
            if (!told) {
                service.close();
            }
        }
    }

    /* To the end, or the service would stop when nobody reads what it says. */
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

    /** Its address. */
    public URI server() {
        return server.join();
    }

    /** The process, for whoever watches what it takes. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it stop in order, the demo with its broker; after a while it is ended, and its children too. */
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
