package org.leeswijzer.api.service;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.leeswijzer.engine.loan.Library;

/** Reads the settings {@code leeswijzer.libraries.CODE.retention-days}. */
final class LibraryRetention {
    private LibraryRetention() {}

    /**
     * Days by library.
     *
     * @param settings by what comes behind {@link LibraryKeys#PREFIX}
     * @throws IllegalArgumentException if a value is something else
     */
    static Map<Library, OptionalInt> read(Map<String, String> settings) {
        Map<Library, OptionalInt> days = new HashMap<>();
        LibraryKeys.values(settings, LibraryKeys.RETENTION_DAYS)
                .forEach((library, value) -> days.put(library, days(number(library, value))));
        return days;
    }

    private static int number(Library library, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number below 0 is.
        }
        throw new IllegalArgumentException(
                "%s%s.%s is '%s': give at least 1, or 0 to keep all loans"
                        .formatted(LibraryKeys.PREFIX, library, LibraryKeys.RETENTION_DAYS, value));
    }

    /** The number of days; 0 is for good. */
    static OptionalInt days(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
