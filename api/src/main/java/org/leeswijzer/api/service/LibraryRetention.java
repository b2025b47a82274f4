package org.leeswijzer.api.service;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.leeswijzer.engine.loan.Library;

/** Reads the settings {@code leeswijzer.libraries.CODE.retention-days}. */
final class LibraryRetention {
    static final String PREFIX = "leeswijzer.libraries.";
    private static final String KEY = ".retention-days";

    private LibraryRetention() {}

    /**
     * Days by library.
     *
     * @param settings by what comes behind {@link #PREFIX}
     * @throws IllegalArgumentException if a key or a value is something else
     */
    static Map<Library, OptionalInt> read(Map<String, String> settings) {
        Map<Library, OptionalInt> days = new HashMap<>();
        settings.forEach((key, value) -> days.put(library(key), days(number(key, value))));
        return days;
    }

    private static Library library(String key) {
        if (!key.endsWith(KEY)) {
            throw new IllegalArgumentException(
                    "%s%s is not known: give %sCODE%s".formatted(PREFIX, key, PREFIX, KEY));
        }
        return new Library(key.substring(0, key.length() - KEY.length()));
    }

    private static int number(String key, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number below 0 is.
        }
        throw new IllegalArgumentException(
                "%s%s is '%s': give at least 1, or 0 to keep all loans"
                        .formatted(PREFIX, key, value));
    }

    /** The number of days; 0 is for good. */
    static OptionalInt days(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
