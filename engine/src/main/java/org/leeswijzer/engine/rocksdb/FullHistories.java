package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * Patrons whose history is full, so that not all their titles may count; looked for when somebody first asks. Used under the
 * store's write lock.
 *
 * <pre>
 *  63        47       31       0
 *  +---------+--------+--------+
 *  |       0 | library| patron |
 *  +---------+--------+--------+
 * </pre>
 */
final class FullHistories {
    private @Nullable LongSet patrons;

    static long of(int library, int patron) {
        return (long) library << Integer.SIZE | patron;
    }

    static int library(long both) {
        return (int) (both >>> Integer.SIZE);
    }

    static int patron(long both) {
        return (int) both;
    }

    /** All of them. */
    LongSet all(Reader reader) {
        LongSet known = patrons;
        if (known == null) {
            LongSet found = new LongLinkedOpenHashSet();
            reader.scan(
                    Table.HISTORIES,
                    Bytes.EMPTY,
                    (key, value) -> {
                        if (HistoryLayout.size(value) == LoanTable.LONGEST_HISTORY) {
                            found.add(of(HistoryLayout.library(key), HistoryLayout.patron(key)));
                        }
                        return true;
                    });
            patrons = found;
            known = found;
        }
        return known;
    }

    /** A history is other than before. */
    void changed(int library, int patron, History history) {
        LongSet known = patrons;
        if (known == null) {
            return;
        }
        if (history.isFull()) {
            known.add(of(library, patron));
        } else {
            known.remove(of(library, patron));
        }
    }

    /** They are not known any more. */
    void clear() {
        patrons = null;
    }
}
