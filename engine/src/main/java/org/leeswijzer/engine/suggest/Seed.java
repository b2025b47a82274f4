package org.leeswijzer.engine.suggest;

import java.util.Comparator;

/**
 * A title that suggestions start from.
 *
 * @param day when it was borrowed, in days since 1970-01-01; the same for all where nothing is known
 */
public record Seed(int title, int day) {
    /** By falling day, then by rising title. */
    public static final Comparator<Seed> NEWEST_FIRST =
            Comparator.comparingInt(Seed::day).reversed().thenComparingInt(Seed::title);
}
