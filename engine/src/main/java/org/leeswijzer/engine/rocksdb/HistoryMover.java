package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/** Moves editions to other works together with what counts for their borrowers, so that each counts once for a work. */
final class HistoryMover {
    /*
     * A patron of a moved edition is among the borrowers of the work that it leaves, but for one: of a history that is full an
     * edition may have been left out, and comes in under another number, as of equal days the lower number goes first.
     */
    private final Batch batch;
    private final Works works;
    private final FullHistories full;
    private final HistoryKeeper histories;

    HistoryMover(Batch batch, Works works, FullHistories full, HistoryKeeper histories) {
        this.batch = batch;
        this.works = works;
        this.full = full;
        this.histories = histories;
    }

    /**
     * Moves them.
     *
     * @param moves works by edition
     */
    void move(Int2IntMap moves) {
        LongSet patrons = new LongLinkedOpenHashSet();
        IntSet left = new IntOpenHashSet();
        moves.keySet().forEach(edition -> left.add(works.of(edition)));
        left.forEach(work -> addBorrowers(work, patrons));
        moves.keySet().forEach(edition -> patrons.addAll(full.without(edition, batch)));
        moves.forEach((edition, work) -> works.move(edition, work, batch));
        patrons.forEach(
                patron ->
                        histories.recount(
                                FullHistories.library(patron), FullHistories.patron(patron)));
    }

    private void addBorrowers(int work, LongSet patrons) {
        batch.scan(
                Table.BORROWERS,
                BorrowerLayout.prefix(work),
                (key, value) -> {
                    patrons.add(
                            FullHistories.of(
                                    BorrowerLayout.library(key), BorrowerLayout.patron(key)));
                    return true;
                });
    }
}
