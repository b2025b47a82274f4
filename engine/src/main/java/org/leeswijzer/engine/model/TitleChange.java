package org.leeswijzer.engine.model;

import java.util.Comparator;
import java.util.List;
import org.leeswijzer.engine.similarity.Neighbour;

/**
 * A title whose first neighbours are others in one version than in another.
 *
 * @param title its number
 * @param distance 0 if they are the same in the same order, 1 if none is in both; a change further up weighs more
 * @param before at most ten, of the older version
 * @param after at most ten, of the newer one
 */
public record TitleChange(
        int title, double distance, List<Neighbour> before, List<Neighbour> after) {
    /** So many neighbours are compared: what a shelf shows. */
    public static final int DEPTH = 10;

    /** By falling distance, then by rising title number. */
    public static final Comparator<TitleChange> MOST_CHANGED_FIRST =
            Comparator.comparingDouble(TitleChange::distance)
                    .reversed()
                    .thenComparingInt(TitleChange::title);

    public TitleChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Compares what is left of two rows when both are cut to the depth. */
    static TitleChange of(int title, List<Neighbour> before, List<Neighbour> after) {
        List<Neighbour> first = before.subList(0, Math.min(DEPTH, before.size()));
        List<Neighbour> second = after.subList(0, Math.min(DEPTH, after.size()));
        return new TitleChange(
                title, AverageOverlap.distance(titles(first), titles(second)), first, second);
    }

    private static int[] titles(List<Neighbour> row) {
        return row.stream().mapToInt(Neighbour::title).toArray();
    }
}
