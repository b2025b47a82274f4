package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.leeswijzer.engine.rocksdb.StoredModels;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * What is different between two versions in one scope.
 *
 * @param since the number of the older version
 * @param version the number of the newer one
 * @param compared titles that have neighbours in either
 * @param changed those of them whose first ten are not the same in the same order
 * @param meanDistance of all that were compared; 0 of none
 * @param most those that changed most, in that order
 */
public record ModelChanges(
        int since,
        int version,
        Scope scope,
        int compared,
        int changed,
        double meanDistance,
        List<TitleChange> most) {
    public ModelChanges {
        most = List.copyOf(most);
    }

    /** Compares row by row, holding no more of them than are told. */
    static ModelChanges between(
            StoredModels models, int since, int version, Scope scope, int limit) {
        Gathering gathering = new Gathering(limit);
        models.forEach(
                version,
                scope,
                (s, title, row) -> gathering.add(title, models.row(since, scope, title), row));
        models.forEach(
                since,
                scope,
                (s, title, row) ->
                        !models.row(version, scope, title).isEmpty()
                                || gathering.add(title, row, Row.EMPTY));
        return gathering.of(since, version, scope);
    }

    private static final class Gathering {
        private final int limit;

        /** The least changed first, to be pushed out. */
        private final PriorityQueue<TitleChange> most =
                new PriorityQueue<>(TitleChange.MOST_CHANGED_FIRST.reversed());

        private int compared;
        private int changed;
        private double sum;

        Gathering(int limit) {
            this.limit = limit;
        }

        boolean add(int title, Row before, Row after) {
            compared++;
            TitleChange change = TitleChange.of(title, before, after);
            if (change.distance() > 0) {
                changed++;
                sum += change.distance();
                most.add(change);
                if (most.size() > limit) {
                    most.remove();
                }
            }
            return true;
        }

        ModelChanges of(int since, int version, Scope scope) {
            List<TitleChange> sorted = new ArrayList<>(most);
            sorted.sort(TitleChange.MOST_CHANGED_FIRST);
            return new ModelChanges(
                    since,
                    version,
                    scope,
                    compared,
                    changed,
                    compared == 0 ? 0 : sum / compared,
                    sorted);
        }
    }
}
