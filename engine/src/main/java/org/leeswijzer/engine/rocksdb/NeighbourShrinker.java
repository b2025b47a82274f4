package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * Takes a patron out of stored rows in the very batch that takes out the loans: no row is left for a moment with a pair
 * that fewer than minBorrowers patrons share. Scores follow when the rows are computed anew.
 */
final class NeighbourShrinker {
    private final Batch batch;
    private final int version;
    private final int minBorrowers;
    private final Changes changes;

    NeighbourShrinker(Batch batch, int version, int minBorrowers, Changes changes) {
        this.batch = batch;
        this.version = version;
        this.minBorrowers = minBorrowers;
        this.changes = changes;
    }

    /**
     * Takes out a patron's pairs of which at least one title is lost.
     *
     * @param before all titles that counted for the patron
     * @param lost those that no longer do
     */
    void shrink(int library, History before, IntSet lost) {
        IntSet all = new IntOpenHashSet();
        for (int i = 0; i < before.size(); i++) {
            all.add(before.title(i));
        }
        for (int title : all) {
            IntSet gone = lost.contains(title) ? all : lost;
            shrink(Scope.CONSORTIUM.number(), title, gone::contains);
            shrink(library, title, gone::contains);
        }
        changes.shrunk.addAll(IntSets.unmodifiable(all));
    }

    private void shrink(int scope, int title, IntPredicate gone) {
        byte[] key = NeighbourLayout.key(version, scope, title);
        byte @Nullable [] value = batch.get(Table.NEIGHBOURS, key);
        if (value == null) {
            return;
        }
        List<Neighbour> kept = new ArrayList<>();
        for (Neighbour neighbour : NeighbourLayout.row(value)) {
            int both = neighbour.both() - (gone.test(neighbour.title()) ? 1 : 0);
            if (both >= minBorrowers) {
                kept.add(new Neighbour(neighbour.title(), neighbour.score(), both));
            }
        }
        if (kept.isEmpty()) {
            batch.delete(Table.NEIGHBOURS, key);
        } else {
            batch.put(Table.NEIGHBOURS, key, NeighbourLayout.value(Row.of(kept)));
        }
    }
}
