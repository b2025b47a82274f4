package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * Which editions patrons borrowed whose history is too full for them; looked for when somebody first asks. Used under the
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
    private final Works works;
    private final Long2ObjectMap<IntSet> leftOut = new Long2ObjectOpenHashMap<>();
    private final Int2ObjectMap<LongSet> patrons = new Int2ObjectOpenHashMap<>();
    private boolean isRead;

    FullHistories(Works works) {
        this.works = works;
    }

    static long of(int library, int patron) {
        return (long) library << Integer.SIZE | patron;
    }

    static int library(long both) {
        return (int) (both >>> Integer.SIZE);
    }

    static int patron(long both) {
        return (int) both;
    }

    /** Those who borrowed the edition, and whose history has nothing of its work. */
    LongSet without(int edition, Reader reader) {
        if (!isRead) {
            read(reader);
        }
        LongSet some = patrons.get(edition);
        return some == null ? LongSets.EMPTY_SET : some;
    }

    private void read(Reader reader) {
        reader.scan(
                Table.HISTORIES,
                Bytes.EMPTY,
                (key, value) -> {
                    if (HistoryLayout.size(value) == LoanTable.LONGEST_HISTORY) {
                        note(
                                HistoryLayout.library(key),
                                HistoryLayout.patron(key),
                                HistoryLayout.history(value),
                                reader);
                    }
                    return true;
                });
        isRead = true;
    }

    /** A patron's loans or history are others than before. */
    void changed(int library, int patron, History history, Reader reader) {
        if (!isRead) {
            return;
        }
        long who = of(library, patron);
        @Nullable IntSet before = leftOut.remove(who);
        if (before != null) {
            before.forEach(edition -> patrons.get(edition).remove(who));
        }
        if (history.isFull()) {
            note(library, patron, history, reader);
        }
    }

    private void note(int library, int patron, History history, Reader reader) {
        long who = of(library, patron);
        IntSet editions = new IntOpenHashSet();
        reader.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(patron),
                (key, value) -> {
                    int edition = BorrowingLayout.edition(key);
                    if (history.indexOf(works.of(edition)) < 0) {
                        editions.add(edition);
                    }
                    return true;
                });
        if (!editions.isEmpty()) {
            leftOut.put(who, editions);
            editions.forEach(
                    edition ->
                            patrons.computeIfAbsent(edition, none -> new LongLinkedOpenHashSet())
                                    .add(who));
        }
    }

    /** They are not known any more. */
    void clear() {
        leftOut.clear();
        patrons.clear();
        isRead = false;
    }
}
