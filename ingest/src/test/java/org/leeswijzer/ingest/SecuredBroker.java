package org.leeswijzer.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.broker.Ports;

/**
 * A broker that lets in only who speaks TLS and shows a password by SCRAM-SHA-512, as users have it. Certificates are made
 * for each by the JDK's own keytool. The plain listener beside it is for the test.
 */
public final class SecuredBroker implements AutoCloseable {
    public static final String USER = "leeswijzer";
    private static final String STORE_PASSWORD = "only-of-this-test";

    private final Path folder;
    private final EmbeddedBroker broker;
    private final String servers;

    private SecuredBroker(Path folder, EmbeddedBroker broker, String servers) {
        this.folder = folder;
        this.broker = broker;
        this.servers = servers;
    }

    public static SecuredBroker start(Path folder, String password)
            throws IOException, InterruptedException, ExecutionException {
        makeCertificate(folder, "broker");
        makeCertificate(folder, "stranger");
        int port = Ports.free();
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", "SASL_SSL://127.0.0.1:" + port);
        settings.put("advertised.listeners", "SASL_SSL://127.0.0.1:" + port);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.location", folder.resolve("broker.p12").toString());
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.password", STORE_PASSWORD);
        settings.put("ssl.key.password", STORE_PASSWORD);
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), settings);
        SecuredBroker secured = new SecuredBroker(folder, broker, "127.0.0.1:" + port);
        secured.setPassword(password);
        return secured;
    }

    /** Where it speaks TLS. */
    public String servers() {
        return servers;
    }

    /** Where it does not, for the test alone. */
    public String plainServers() {
        return broker.bootstrapServers();
    }

    /** Sets the one user's password. */
    public void setPassword(String password) throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", plainServers()))) {
            admin.alterUserScramCredentials(
                            List.of(
                                    new UserScramCredentialUpsertion(
                                            USER,
                                            new ScramCredentialInfo(
                                                    ScramMechanism.SCRAM_SHA_512, 4096),
                                            password)))
                    .all()
                    .get();
        }
    }

    /** A file of certificates that holds the broker's. */
    public Path trusting() {
        return folder.resolve("broker-trust.p12");
    }

    /** A file of certificates that holds another one. */
    public Path trustingAnother() {
        return folder.resolve("stranger-trust.p12");
    }

    /** What users set below {@code leeswijzer.kafka.properties}. */
    public static Map<String, String> properties(String password, Path truststore) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, password),
                "ssl.truststore.location",
                truststore.toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                STORE_PASSWORD);
    }

    private static void makeCertificate(Path folder, String name)
            throws IOException, InterruptedException {
        String keys = folder.resolve(name + ".p12").toString();
        String certificate = folder.resolve(name + ".pem").toString();
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-keystore",
                keys,
                "-storetype",
                "PKCS12",
                "-keypass",
                STORE_PASSWORD);
        keytool("-exportcert", "-alias", name, "-file", certificate, "-keystore", keys);
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate,
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve(name + "-trust.p12").toString());
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-storepass", STORE_PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool says: " + said);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
