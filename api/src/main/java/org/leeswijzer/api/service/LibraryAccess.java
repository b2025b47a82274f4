package org.leeswijzer.api.service;

import java.util.HashMap;
import java.util.Map;
import org.leeswijzer.engine.loan.Library;

/**
 * What libraries set of their front-ends: their keys, and how often each key may ask.
 *
 * @param keys whose each one is, by hash; a library has several while one takes the place of another
 * @param requestsPerMinute of one key, by library, where it differs; 0 for no limit
 */
public record LibraryAccess(
        Map<SecretHash, Library> keys, Map<Library, Integer> requestsPerMinute) {

    public LibraryAccess {
        keys = Map.copyOf(keys);
        requestsPerMinute = Map.copyOf(requestsPerMinute);
    }

    /**
     * Reads them.
     *
     * @param settings by what comes behind {@link LibraryKeys#PREFIX}
     * @throws IllegalArgumentException if a value is something else, or two libraries have one key
     */
    static LibraryAccess read(Map<String, String> settings) {
        Map<SecretHash, Library> keys = new HashMap<>();
        LibraryKeys.values(settings, LibraryKeys.KEYS_OF_FRONT_ENDS)
                .forEach((library, list) -> addKeys(keys, library, list));
        Map<Library, Integer> limits = new HashMap<>();
        LibraryKeys.values(settings, LibraryKeys.REQUESTS_PER_MINUTE)
                .forEach((library, value) -> limits.put(library, limit(library, value)));
        return new LibraryAccess(keys, limits);
    }

    private static void addKeys(Map<SecretHash, Library> keys, Library library, String list) {
        String setting = name(library, LibraryKeys.KEYS_OF_FRONT_ENDS);
        for (String text : list.split(",", -1)) {
            Library other = keys.put(SecretHash.parse(setting, text), library);
            if (other != null && !other.equals(library)) {
                throw new IllegalArgumentException(
                        "%s has a key that is %s's too: make one of its own with the command key"
                                .formatted(setting, other));
            }
        }
    }

    private static int limit(Library library, String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number below 0 is.
        }
        throw new IllegalArgumentException(
                "%s is '%s': give at least 1, or 0 for no limit"
                        .formatted(name(library, LibraryKeys.REQUESTS_PER_MINUTE), value));
    }

    private static String name(Library library, String key) {
        return LibraryKeys.PREFIX + library + "." + key;
    }
}
