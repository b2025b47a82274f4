package org.leeswijzer.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How the event log is read.
 *
 * @param bootstrapServers {@code host:port}, several with commas between
 * @param folioEnv what FOLIO's topics start with
 * @param relistInterval how often new topics and partitions are looked for
 * @param kafkaProperties handed on to the clients as they are, for SASL, TLS and the like; what the exactness of reading
 *     hangs on cannot be changed by them
 */
public record ConsumerSettings(
        String bootstrapServers,
        String folioEnv,
        Duration relistInterval,
        Map<String, String> kafkaProperties) {
    /** What FOLIO's own default is. */
    public static final String DEFAULT_FOLIO_ENV = "folio";

    /** What the keys of {@code kafkaProperties} are set by, to be named where one is wrong. */
    public static final String KAFKA_PROPERTIES = "leeswijzer.kafka.properties.";

    /** Soon enough for a new tenant. */
    public static final Duration DEFAULT_RELIST_INTERVAL = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException if a value is out of bounds */
    public ConsumerSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "bootstrapServers is blank: give host:port of a broker");
        }
        if (folioEnv.isBlank()) {
            throw new IllegalArgumentException(
                    "folioEnv is blank: give what FOLIO's topics start with, such as folio");
        }
        if (relistInterval.isNegative() || relistInterval.isZero()) {
            throw new IllegalArgumentException(
                    "relistInterval is %s: give more than 0".formatted(relistInterval));
        }
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** What Kafka's own clients are given, before what each of them adds. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    /** Without the values of Kafka's properties: passwords are among them. */
    @Override
    public String toString() {
        return "ConsumerSettings[bootstrapServers=%s, folioEnv=%s, relistInterval=%s, kafkaProperties=%s]"
                .formatted(
                        bootstrapServers,
                        folioEnv,
                        relistInterval,
                        new TreeSet<>(kafkaProperties.keySet()));
    }

    /** The defaults. */
    public static ConsumerSettings of(String bootstrapServers) {
        return new ConsumerSettings(
                bootstrapServers, DEFAULT_FOLIO_ENV, DEFAULT_RELIST_INTERVAL, Map.of());
    }
}
