package org.leeswijzer.api.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.loan.Library;

/** Reads the settings {@code leeswijzer.libraries.CODE.KEY}; a code holds no dot, so the first one ends it. */
final class LibraryKeys {
    static final String PREFIX = "leeswijzer.libraries.";
    static final String COVER_URL = "cover-url";
    static final String KEYS_OF_FRONT_ENDS = "keys";
    static final String ORIGINS = "origins";
    static final String REQUESTS_PER_MINUTE = "requests-per-minute";
    static final String RETENTION_DAYS = "retention-days";
    static final List<String> KEYS =
            List.of(COVER_URL, KEYS_OF_FRONT_ENDS, ORIGINS, REQUESTS_PER_MINUTE, RETENTION_DAYS);

    private LibraryKeys() {}

    /**
     * Looks at every key, whatever its value.
     *
     * @param settings by what comes behind {@link #PREFIX}
     * @throws IllegalArgumentException if one has no library or is not one of {@link #KEYS}
     */
    static void check(Map<String, String> settings) {
        for (String name : settings.keySet()) {
            var unused = library(name);
            if (!KEYS.contains(key(name))) {
                throw new IllegalArgumentException(
                        "%s%s is not known: give %sCODE. and one of %s"
                                .formatted(PREFIX, name, PREFIX, String.join(", ", KEYS)));
            }
        }
    }

    /** What the libraries that have this key give for it. */
    static Map<Library, String> values(Map<String, String> settings, String key) {
        Map<Library, String> values = new HashMap<>();
        settings.forEach(
                (name, value) -> {
                    if (key(name).equals(key)) {
                        values.put(library(name), value.strip());
                    }
                });
        return values;
    }

    private static Library library(String name) {
        int dot = name.indexOf('.');
        return new Library(dot < 0 ? name : name.substring(0, dot));
    }

    private static String key(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
