package org.leeswijzer.api.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.ConsumerSettings;

/**
 * Where the event log is, below {@code leeswijzer.kafka}.
 *
 * @param bootstrapServers {@code host:port}, several with commas between; null where nothing is to be read, and what the
 *     store holds is served
 * @param folioEnv what FOLIO's topics start with
 * @param relistInterval how often new topics and partitions are looked for
 * @param properties handed on to Kafka's clients as they are, for SASL, TLS and the like
 */
@Context
@ConfigurationProperties("leeswijzer.kafka")
public record KafkaSettings(
        @Nullable String bootstrapServers,
        @Bindable(defaultValue = ConsumerSettings.DEFAULT_FOLIO_ENV) String folioEnv,
        @Bindable(defaultValue = "30s") Duration relistInterval,
        @Nullable
                @MapFormat(
                        transformation = MapTransformation.FLAT,
                        keyFormat = StringConvention.RAW)
                Map<String, String> properties) {

    public KafkaSettings {
        properties = properties == null ? Map.of() : Map.copyOf(properties);
    }

    /** Without the values of Kafka's properties: passwords are among them. */
    @Override
    public String toString() {
        return "KafkaSettings[%s]".formatted(consumer().map(ConsumerSettings::toString).orElse(""));
    }

    /**
     * As the consumer takes them; empty where no broker is named.
     *
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public Optional<ConsumerSettings> consumer() {
        return Optional.ofNullable(bootstrapServers)
                .filter(servers -> !servers.isBlank())
                .map(
                        servers ->
                                new ConsumerSettings(
                                        servers,
                                        folioEnv,
                                        relistInterval,
                                        properties == null ? Map.of() : properties));
    }
}
