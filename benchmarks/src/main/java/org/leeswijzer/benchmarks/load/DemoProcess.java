package org.leeswijzer.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo, as {@code java -jar} starts it, on a free port. */
final class DemoProcess implements AutoCloseable {
    private static final Path JAR = Path.of("api/target/leeswijzer.jar");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final URI server;

    private DemoProcess(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    /** Starts the demo and waits until it tells its address, which it does when all loans are in. */
    static DemoProcess start() throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(
                    JAR
                            + " is not there: build it with ./mvnw -DskipTests package, and run this there");
        }
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                JAR.toString(),
                                "demo",
                                "--port",
                                "0")
                        .redirectErrorStream(true)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher url = URL.matcher(line);
            if (url.find()) {
                drain(output);
                return new DemoProcess(process, URI.create(url.group()));
            }
        }
        throw new IOException("the demo ended before it told its address:\n" + said);
    }

    /* Or the demo would stop when nobody reads what it says. */
    private static void drain(BufferedReader output) {
        Thread drain = new Thread(() -> output.lines().forEach(line -> {}), "demo-output");
        drain.setDaemon(true);
        drain.start();
    }

    URI server() {
        return server;
    }

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
    }
}
