package org.leeswijzer.api.service;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.NameUtils;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.leeswijzer.engine.works.Languages;

/**
 * Refuses to start on a key below {@code leeswijzer} that means nothing, or whose value cannot be read: either would
 * otherwise be a setting that silently does not hold. Environment variables of unknown names are left alone, since other
 * programs may have some.
 */
@Context
final class KnownKeys {
    private static final String PREFIX = "leeswijzer.";
    private static final String FREE = "leeswijzer.kafka.properties.";

    /** Every key with the type of its value. */
    static final Map<String, Class<?>> TYPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("leeswijzer.folder", Path.class),
                            Map.entry("leeswijzer.store", Path.class),
                            Map.entry("leeswijzer.secrets", Path.class),
                            Map.entry("leeswijzer.backups", Path.class),
                            Map.entry("leeswijzer.min-borrowers", Integer.class),
                            Map.entry("leeswijzer.retention-days", Integer.class),
                            Map.entry("leeswijzer.threads", Integer.class),
                            Map.entry("leeswijzer.cache-seconds", Integer.class),
                            Map.entry("leeswijzer.demo", Boolean.class),
                            Map.entry("leeswijzer.models-kept", Integer.class),
                            Map.entry("leeswijzer.works.languages", Languages.class),
                            Map.entry("leeswijzer.public-read", Boolean.class),
                            Map.entry("leeswijzer.no-login", Boolean.class),
                            Map.entry("leeswijzer.tokens.staff", String.class),
                            Map.entry("leeswijzer.tokens.privacy", String.class),
                            Map.entry("leeswijzer.tokens.ops", String.class),
                            Map.entry("leeswijzer.oidc.issuer", String.class),
                            Map.entry("leeswijzer.oidc.jwks-uri", String.class),
                            Map.entry("leeswijzer.oidc.audience", String.class),
                            Map.entry("leeswijzer.oidc.roles-claim", String.class),
                            Map.entry("leeswijzer.oidc.name-claim", String.class),
                            Map.entry("leeswijzer.oidc.login.authorization-uri", String.class),
                            Map.entry("leeswijzer.oidc.login.token-uri", String.class),
                            Map.entry("leeswijzer.oidc.login.client-id", String.class),
                            Map.entry("leeswijzer.oidc.login.client-secret", String.class),
                            Map.entry("leeswijzer.oidc.login.callback-uri", String.class),
                            Map.entry("leeswijzer.oidc.login.scope", String.class),
                            Map.entry("leeswijzer.oidc.staff-role", String.class),
                            Map.entry("leeswijzer.oidc.privacy-role", String.class),
                            Map.entry("leeswijzer.oidc.ops-role", String.class),
                            Map.entry("leeswijzer.limit.per-address", Integer.class),
                            Map.entry("leeswijzer.limit.per-key", Integer.class),
                            Map.entry("leeswijzer.limit.trusted-proxies", String.class),
                            Map.entry("leeswijzer.kafka.bootstrap-servers", String.class),
                            Map.entry("leeswijzer.kafka.folio-env", String.class),
                            Map.entry("leeswijzer.kafka.relist-interval", Duration.class)));

    /** @throws IllegalArgumentException if there is such a key */
    KnownKeys(Environment environment) {
        environment.getPropertySources().stream()
                .filter(source -> !(source instanceof EnvironmentPropertySource))
                .flatMap(KnownKeys::keys)
                .filter(key -> key.startsWith(PREFIX) && !key.startsWith(FREE))
                .filter(key -> !key.startsWith(LibraryKeys.PREFIX))
                .filter(key -> !TYPES.containsKey(NameUtils.hyphenate(key, true)))
                .findFirst()
                .ifPresent(KnownKeys::refuse);
        TYPES.forEach((key, type) -> check(environment, key, type));
    }

    private static Stream<String> keys(PropertySource source) {
        return StreamSupport.stream(source.spliterator(), false);
    }

    private static void refuse(String key) {
        throw new IllegalArgumentException(
                "%s is not known: give one of %s, %s* or %s*"
                        .formatted(
                                key, String.join(", ", TYPES.keySet()), LibraryKeys.PREFIX, FREE));
    }

    private static void check(Environment environment, String key, Class<?> type) {
        environment
                .getProperty(key, String.class)
                .filter(value -> ConversionService.SHARED.convert(value, type).isEmpty())
                .ifPresent(
                        value -> {
                            throw new IllegalArgumentException(
                                    "%s is '%s': give %s".formatted(key, value, wanted(type)));
                        });
    }

    private static String wanted(Class<?> type) {
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Languages.class) {
            return "together or apart";
        }
        return type == Duration.class ? "a time such as 30s or 5m" : "another value";
    }
}
