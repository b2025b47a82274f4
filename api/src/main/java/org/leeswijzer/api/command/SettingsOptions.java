package org.leeswijzer.api.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import picocli.CommandLine.Option;

/** Options that set what all commands need; they go before files and the environment. */
final class SettingsOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A file of settings, YAML or properties.")
    private @Nullable Path config;

    @Option(
            names = {"-f", "--folder"},
            paramLabel = "FOLDER",
            description = "Where the store and the secrets are; leeswijzer-data by default.")
    private @Nullable Path folder;

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "The Kafka broker.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting, such as leeswijzer.min-borrowers=5.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** Whether any of them was given. */
    boolean areGiven() {
        return config != null || folder != null || !others.isEmpty();
    }

    /** As the container takes them. */
    Map<String, Object> properties() {
        if (config != null && !Files.isReadable(config)) {
            throw new IllegalArgumentException(
                    "config is '%s', which cannot be read: give a file that is there"
                            .formatted(config));
        }
        Map<String, Object> properties = new LinkedHashMap<>(others);
        put(properties, Service.CONFIG, config);
        put(properties, "leeswijzer.folder", folder);
        put(properties, "leeswijzer.kafka.bootstrap-servers", bootstrapServers);
        return properties;
    }

    private static void put(Map<String, Object> properties, String key, @Nullable Object value) {
        if (value != null) {
            properties.put(key, value.toString());
        }
    }
}
