package org.leeswijzer.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.ingest.Topics;

class EmbeddedBrokerIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void keepsItsTopicsAndItsPortOverARestart(@TempDir Path folder) throws Exception {
        String first;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            first = broker.bootstrapServers();
            assertThat(first).startsWith("127.0.0.1:");
            Topics.create(first);
            Topics.create(first);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Admin admin =
                        Admin.create(
                                Map.<String, Object>of(
                                        "bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(broker.bootstrapServers()).isEqualTo(first);
            Map<String, TopicDescription> topics =
                    admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
            assertThat(topics)
                    .containsOnlyKeys(
                            Topics.LOANS, Topics.TITLES, Topics.FEEDBACK, Topics.DEAD_LETTERS);
            assertThat(topics.get(Topics.FEEDBACK).partitions()).hasSize(1);
            assertThat(topics.get(Topics.LOANS).partitions()).hasSize(4);
            assertThat(topics.get(Topics.TITLES).partitions()).hasSize(1);
            ConfigResource loans = new ConfigResource(ConfigResource.Type.TOPIC, Topics.LOANS);
            assertThat(
                            admin.describeConfigs(List.of(loans))
                                    .all()
                                    .get()
                                    .get(loans)
                                    .get(TopicConfig.RETENTION_MS_CONFIG)
                                    .value())
                    .isEqualTo("-1");
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            int port = Integer.parseInt(broker.bootstrapServers().split(":", 2)[1]);
            // Every address of 127/8 is this machine: one that listens on all answers there too.
            InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new Socket(other, port).close());
        }
    }

    @Test
    void saysWhyItDoesNotComeUp(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/meta.properties"), "version=1\nnode.id=77\n");
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> EmbeddedBroker.start(folder).close())
                .withMessageContaining("ended with code")
                .withMessageContaining("meta.properties");
    }

    /** The parent is a JVM of its own here, killed as hard as can be. */
    @Test
    void diesWithItsParent(@TempDir Path folder) throws Exception {
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parent.class.getName(),
                                folder.toString())
                        .redirectError(folder.resolve("parent.log").toFile())
                        .start();
        ProcessHandle broker;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith("pid ")) {
                line = out.readLine();
            }
            assertThat(line).as(Files.readString(folder.resolve("parent.log"))).isNotNull();
            broker = ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();
        } finally {
            parent.destroyForcibly().waitFor();
        }
        broker.onExit().get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(broker.isAlive()).isFalse();
        // And what it left behind is good to start on.
        EmbeddedBroker.start(folder).close();
    }

    /** Starts a broker and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws IOException {
            EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]));
            System.out.println("pid " + broker.pid());
            System.out.println("ends with " + System.in.read());
            broker.close();
        }
    }
}
