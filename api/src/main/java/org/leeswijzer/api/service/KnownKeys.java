package org.leeswijzer.api.service;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Refuses to start on a key below {@code leeswijzer} that means nothing: a misspelt one would otherwise be a setting that
 * silently does not hold. Environment variables are left alone, since other programs may have some of that name.
 */
@Context
final class KnownKeys {
    static final String PREFIX = "leeswijzer.";
    static final String FREE = "leeswijzer.kafka.properties.";

    static final List<String> KEYS =
            List.of(
                    "leeswijzer.folder",
                    "leeswijzer.store",
                    "leeswijzer.secrets",
                    "leeswijzer.min-borrowers",
                    "leeswijzer.retention-days",
                    "leeswijzer.threads",
                    "leeswijzer.cache-seconds",
                    "leeswijzer.demo",
                    "leeswijzer.kafka.bootstrap-servers",
                    "leeswijzer.kafka.folio-env",
                    "leeswijzer.kafka.relist-interval");

    /** @throws IllegalArgumentException if there is such a key */
    KnownKeys(Environment environment) {
        environment.getPropertySources().stream()
                .filter(source -> !(source instanceof EnvironmentPropertySource))
                .flatMap(KnownKeys::keys)
                .filter(key -> key.startsWith(PREFIX) && !key.startsWith(FREE))
                .filter(key -> !KEYS.contains(NameUtils.hyphenate(key, true)))
                .findFirst()
                .ifPresent(KnownKeys::refuse);
    }

    private static Stream<String> keys(PropertySource source) {
        return StreamSupport.stream(source.spliterator(), false);
    }

    private static void refuse(String key) {
        throw new IllegalArgumentException(
                "%s is not known: give one of %s, or %s*"
                        .formatted(key, String.join(", ", KEYS), FREE));
    }
}
