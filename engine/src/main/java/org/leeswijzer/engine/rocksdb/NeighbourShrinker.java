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
 * Takes a patron out of the stored rows of every version in the very batch that takes out the loans: no row is left for a
 * moment with a pair that fewer than minBorrowers patrons share. Scores follow when the rows are computed anew.
 */
final class NeighbourShrinker {
    /*
     * A row that does not follow the loans, of a version that is kept or pinned, does not know who came to share a pair
     * after it was made, nor who was taken out and came back. Taking such a patron out counts one who was not counted in:
     * the count of a pair is then below that of its patrons, never above, and a pair may be hidden sooner than it must.
     */
    private final Batch batch;
    private final int[] versions;
    private final int minBorrowers;
    private final Changes changes;

    NeighbourShrinker(Batch batch, int[] versions, int minBorrowers, Changes changes) {
        this.batch = batch;
        this.versions = versions;
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
            for (int version : versions) {
                shrink(version, Scope.CONSORTIUM.number(), title, gone::contains);
                shrink(version, library, title, gone::contains);
            }
        }
        changes.shrunk.addAll(IntSets.unmodifiable(all));
    }

    private void shrink(int version, int scope, int title, IntPredicate gone) {
        byte[] key = NeighbourLayout.key(version, scope, title);
        byte @Nullable [] value = batch.get(Table.NEIGHBOURS, key);
        if (value == null) {
            return;
        }
        List<Neighbour> kept = new ArrayList<>();
        for (Neighbour neighbour : NeighbourLayout.row(value)) {
            int both = neighbour.both() - (gone.test(neighbour.title()) ? 1 : 0);
            if (both >= minBorrowers) {
                kept.add(neighbour.with(both));
            }
        }
        if (kept.isEmpty()) {
            batch.delete(Table.NEIGHBOURS, key);
        } else {
            batch.put(Table.NEIGHBOURS, key, NeighbourLayout.value(Row.of(kept)));
        }
    }
}
