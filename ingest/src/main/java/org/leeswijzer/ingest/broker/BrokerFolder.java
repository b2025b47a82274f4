package org.leeswijzer.ingest.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The folder of a broker: {@code server.properties}, {@code broker.log} of the last run, and {@code data}. The ports are
 * picked when it is first used and kept as long as they are free.
 */
final class BrokerFolder {
    private static final String HOST = "127.0.0.1";
    private static final String PORT = "leeswijzer.port";
    private static final String CONTROLLER_PORT = "leeswijzer.controller.port";
    private static final String NONE = "0";
    private static final String LISTENERS = "listeners";
    private static final int LAST_LINES = 15;

    private final Path folder;

    BrokerFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("broker.log");
    }

    Path properties() {
        return folder.resolve("server.properties");
    }

    /**
     * Writes what the broker is told; returns where it will listen.
     *
     * @param more settings of Kafka's own; listeners among them come beside ours, all else goes before it
     */
    String prepare(Map<String, String> more) throws IOException {
        Files.createDirectories(data());
        Properties before = new Properties();
        if (Files.exists(properties())) {
            try (Reader reader = Files.newBufferedReader(properties(), StandardCharsets.UTF_8)) {
                before.load(reader);
            }
        }
        int port = pick(Integer.parseInt(before.getProperty(PORT, NONE)));
        int controllerPort = pick(Integer.parseInt(before.getProperty(CONTROLLER_PORT, NONE)));
        Properties now = new Properties();
        now.putAll(settings(port, controllerPort));
        more.forEach(
                (key, value) ->
                        now.merge(
                                key,
                                value,
                                (ours, theirs) ->
                                        key.endsWith(LISTENERS) ? ours + "," + theirs : theirs));
        try (Writer writer = Files.newBufferedWriter(properties(), StandardCharsets.UTF_8)) {
            now.store(writer, null);
        }
        return HOST + ":" + port;
    }

    private Map<String, String> settings(int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(PORT, Integer.toString(port));
        settings.put(CONTROLLER_PORT, Integer.toString(controllerPort));
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, controllerPort));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d"
                        .formatted(HOST, port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        settings.put("log.dirs", data().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Kafka's default of 128 MiB would be a third of the heap; nothing here is compacted.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        return settings;
    }

    private static int pick(int lastTime) {
        return Ports.isFree(lastTime) ? lastTime : Ports.free();
    }

    /** The end of the log of this run. */
    String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
