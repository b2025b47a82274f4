package org.leeswijzer.api.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.TreeMap;
import org.leeswijzer.api.access.LimitSettings;
import org.leeswijzer.api.access.OidcLoginSettings;
import org.leeswijzer.api.access.OidcSettings;
import org.leeswijzer.api.access.TokenSettings;

/** Every setting with its default, as the records declare them. */
public final class ServiceKeys {
    /** By key; empty where there is no default. */
    public static final Map<String, String> DEFAULTS = defaults();

    private ServiceKeys() {}

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        add(defaults, "leeswijzer.", Settings.class);
        add(defaults, "leeswijzer.kafka.", KafkaSettings.class);
        add(defaults, "leeswijzer.works.", WorkSettings.class);
        add(defaults, "leeswijzer.tokens.", TokenSettings.class);
        add(defaults, "leeswijzer.oidc.", OidcSettings.class);
        add(defaults, "leeswijzer.oidc.login.", OidcLoginSettings.class);
        add(defaults, "leeswijzer.limit.", LimitSettings.class);
        return defaults;
    }

    private static void add(Map<String, String> defaults, String prefix, Class<?> settings) {
        for (Parameter parameter : settings.getDeclaredConstructors()[0].getParameters()) {
            if (parameter.getType().isAnnotationPresent(ConfigurationProperties.class)) {
                continue;
            }
            Bindable bindable = parameter.getAnnotation(Bindable.class);
            String key = prefix + NameUtils.hyphenate(parameter.getName(), true);
            boolean isMap = parameter.getType() == Map.class;
            defaults.put(isMap ? key + ".*" : key, bindable == null ? "" : bindable.defaultValue());
        }
    }
}
