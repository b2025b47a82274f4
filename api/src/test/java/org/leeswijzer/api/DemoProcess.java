package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The demo as a newcomer starts it, and what it tells of itself. */
final class DemoProcess implements AutoCloseable {
    static final Path JAR = Path.of("target", "leeswijzer.jar");
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Map<String, String> told;

    private DemoProcess(Process process, Map<String, String> told) {
        this.process = process;
        this.told = told;
    }

    static DemoProcess start(String... options) throws IOException {
        List<String> command = new ArrayList<>(java("demo", "--port", "0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Map<String, String> told = new HashMap<>();
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith("stop with")) {
            said.add(line);
            String[] words = line.split("\\s+", 2);
            told.put(words[0], words[words.length - 1]);
            line = output.readLine();
        }
        assertThat(line).as("it ended, having said:%n%s", String.join("\n", said)).isNotNull();
        Thread drain = new Thread(() -> output.lines().forEach(each -> {}), "demo-output");
        drain.setDaemon(true);
        drain.start();
        return new DemoProcess(process, told);
    }

    /** The command that runs the jar with these arguments. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    URI address() {
        return URI.create(told.get("open"));
    }

    String broker() {
        return told.get("broker");
    }

    Path folder() {
        return Path.of(told.get("folder"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to end, as Ctrl-C does, and waits until it has. */
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
