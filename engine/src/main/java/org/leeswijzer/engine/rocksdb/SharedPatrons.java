package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** Holds rows that were made elsewhere against the loans that are stored here. */
final class SharedPatrons {
    private final Reader reader;
    private final HistoryCache histories;
    private final int minBorrowers;

    SharedPatrons(Reader reader, HistoryCache histories, int minBorrowers) {
        this.reader = reader;
        this.histories = histories;
        this.minBorrowers = minBorrowers;
    }

    /*
     * A patron may have been erased since the row was made. Whoever made it was told, and its file was not.
     */

    /**
     * The row without pairs that fewer than minBorrowers patrons share here, and with counts no higher than theirs. The
     * caller holds the store's lock.
     */
    Row limit(Scope scope, int title, List<Neighbour> row) {
        Int2IntMap here = new Int2IntOpenHashMap();
        row.forEach(neighbour -> here.put(neighbour.title(), 0));
        reader.scan(
                Table.BORROWERS,
                BorrowerLayout.prefix(title),
                (key, value) -> {
                    int library = BorrowerLayout.library(key);
                    if (scope.includes(library)) {
                        count(library, BorrowerLayout.patron(key), here);
                    }
                    return true;
                });
        List<Neighbour> kept = new ArrayList<>();
        for (Neighbour neighbour : row) {
            int both = Math.min(neighbour.both(), here.get(neighbour.title()));
            if (both >= minBorrowers) {
                kept.add(neighbour.with(both));
            }
        }
        return Row.of(kept);
    }

    private void count(int library, int patron, Int2IntMap here) {
        History history = histories.of(library, patron);
        for (int i = 0; i < history.size(); i++) {
            int other = history.title(i);
            if (here.containsKey(other)) {
                here.put(other, here.get(other) + 1);
            }
        }
    }
}
