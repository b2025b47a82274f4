package org.leeswijzer.engine.popular;

import java.util.Comparator;

/**
 * A title that enough patrons borrowed within a period.
 *
 * @param title its number
 * @param borrowers patrons whose latest loan of it is of the period, at least minBorrowers
 * @param score by which it is ordered, comparable within one list only
 */
public record Popular(int title, int borrowers, double score) {
    /** The total order of such lists: of equals the lowest number first. */
    static final Comparator<Popular> BEST_FIRST =
            Comparator.comparingDouble(Popular::score).reversed().thenComparingInt(Popular::title);
}
