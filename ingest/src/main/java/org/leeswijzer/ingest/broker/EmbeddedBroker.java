package org.leeswijzer.ingest.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka of one node (KRaft), in a process of its own. What it holds stays in its folder and is there again when it
 * is next started on it. It makes no topics by itself.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ASK_TIMEOUT = Duration.ofSeconds(2);

    /** The first JDK that warns of native code, which Kafka's compression is, unless told that it is meant. */
    private static final int NATIVE_ACCESS_SINCE = 24;

    private final BrokerFolder folder;
    private final String bootstrapServers;

    /** Held as long as the broker shall live: it ends when its standard input does. */
    private final Process process;

    private EmbeddedBroker(BrokerFolder folder, String bootstrapServers, Process process) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.process = process;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param path its folder, made if it is not there
     * @throws BrokerException if it does not come up; it is stopped then
     */
    public static EmbeddedBroker start(Path path) {
        return start(path, Map.of());
    }

    /**
     * Starts a broker that is told more than usual, and waits until it answers.
     *
     * @param path its folder, made if it is not there
     * @param more settings of Kafka's own; listeners among them come beside the usual one, all else goes before ours
     * @throws BrokerException if it does not come up; it is stopped then
     */
    public static EmbeddedBroker start(Path path, Map<String, String> more) {
        try {
            BrokerFolder folder = new BrokerFolder(path);
            String bootstrapServers = folder.prepare(more);
            EmbeddedBroker broker = new EmbeddedBroker(folder, bootstrapServers, launch(folder));
            try {
                broker.awaitAnswer();
                return broker;
            } catch (IOException | RuntimeException e) {
                broker.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("broker in %s cannot be started".formatted(path), e);
        }
    }

    /** Where to find it: {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Its process id, for whoever watches or kills it. */
    public long pid() {
        return process.pid();
    }

    private static Process launch(BrokerFolder folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx384m");
        if (Runtime.version().feature() >= NATIVE_ACCESS_SINCE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Dlogback.configurationFile=org/leeswijzer/ingest/broker/logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(BrokerMain.class.getName());
        command.add(folder.properties().toString());
        command.add(folder.data().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.log().toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException {
        Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        try {
            awaitAnswer(admin);
        } finally {
            // Without waiting for the questions that will never be answered.
            admin.close(Duration.ZERO);
        }
    }

    private void awaitAnswer(Admin admin) throws IOException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers(admin)) {
            if (!process.isAlive()) {
                throw failed("ended with code " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw failed("does not answer within " + START_TIMEOUT.toSeconds() + " s");
            }
        }
    }

    private boolean answers(Admin admin) {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(ASK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("broker was interrupted while it started");
        }
    }

    private BrokerException failed(String how) throws IOException {
        return new BrokerException(
                "broker at %s %s, its log %s ends with:%n%s"
                        .formatted(bootstrapServers, how, folder.log(), folder.lastLines()));
    }

    /** Stops it, in order, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
