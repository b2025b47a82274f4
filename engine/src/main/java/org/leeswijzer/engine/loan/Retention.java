package org.leeswijzer.engine.loan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * For how long loans are held.
 *
 * @param days that a loan is held after its day; empty if for good
 * @param exceptions libraries that hold theirs for another number of days, or for good
 */
public record Retention(OptionalInt days, Map<Library, OptionalInt> exceptions) {
    /** @throws IllegalArgumentException if a number of days is below 1 */
    public Retention {
        exceptions = Map.copyOf(exceptions);
        check("retentionDays", days);
        exceptions.forEach(
                (library, its) -> check("retentionDays of library " + library.code(), its));
    }

    /** The same for every library. */
    public static Retention of(OptionalInt days) {
        return new Retention(days, Map.of());
    }

    private static void check(String field, OptionalInt days) {
        if (days.isPresent() && days.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "%s is %d: give at least 1, or leave it out to keep all loans"
                            .formatted(field, days.getAsInt()));
        }
    }

    /** For how many days the library's loans are held; empty if for good. */
    public OptionalInt daysOf(Library library) {
        return exceptions.getOrDefault(library, days);
    }

    /** Whether no loan ever leaves. */
    public boolean isForGood() {
        return days.isEmpty() && exceptions.values().stream().allMatch(OptionalInt::isEmpty);
    }

    /** What is held on that day. */
    public Window on(LocalDate today) {
        if (exceptions.isEmpty()) {
            return Window.from(firstDay(today, days));
        }
        Map<Library, Integer> firstDays = new HashMap<>();
        exceptions.forEach((library, its) -> firstDays.put(library, firstDay(today, its)));
        int ofOthers = firstDay(today, days);
        return library -> firstDays.getOrDefault(library, ofOthers);
    }

    private static int firstDay(LocalDate today, OptionalInt days) {
        return days.isPresent() ? (int) today.toEpochDay() - days.getAsInt() : Integer.MIN_VALUE;
    }
}
