package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.CountedLoan;
import org.leeswijzer.engine.similarity.History;

/** Keeps patrons' histories, and with them who counts for which title, exact in a batch. */
final class HistoryKeeper {
    private final Batch batch;
    private final PatronNumbers numbers;
    private final HistoryCache cache;
    private final Works works;
    private final FullHistories full;
    private final BorrowerCounts counts;
    private final NeighbourShrinker neighbours;
    private final Changes changes;

    HistoryKeeper(
            Batch batch,
            PatronNumbers numbers,
            HistoryCache cache,
            Works works,
            FullHistories full,
            BorrowerCounts counts,
            NeighbourShrinker neighbours,
            Changes changes) {
        this.batch = batch;
        this.numbers = numbers;
        this.cache = cache;
        this.works = works;
        this.full = full;
        this.counts = counts;
        this.neighbours = neighbours;
        this.changes = changes;
    }

    /** The number of a pseudonym; below 0 if it has none. */
    int number(int library, PatronKey patron) {
        int known = numbers.number(library, patron);
        if (known >= 0) {
            return known;
        }
        byte @Nullable [] value = batch.get(Table.PATRONS, PatronLayout.key(library, patron));
        if (value == null) {
            return -1;
        }
        int number = PatronLayout.patron(value);
        numbers.put(library, patron, number);
        return number;
    }

    int numberOrNew(int library, PatronKey patron) {
        int known = number(library, patron);
        if (known >= 0) {
            return known;
        }
        int number = Math.toIntExact(Meta.number(batch, Meta.PATRONS, 0));
        batch.put(Table.META, Meta.key(Meta.PATRONS), Meta.value(number + 1L));
        batch.put(Table.PATRONS, PatronLayout.key(library, patron), PatronLayout.value(number));
        numbers.put(library, patron, number);
        return number;
    }

    void add(int library, PatronKey patron, LoanKey key, CountedLoan loan) {
        batch.put(
                Table.BORROWINGS,
                BorrowingLayout.key(loan.patron(), loan.edition(), key),
                BorrowingLayout.value(loan.day()));
        History before = history(library, loan.patron());
        replace(
                library,
                loan.patron(),
                patron,
                before,
                before.plus(works.of(loan.edition()), loan.day()));
    }

    void remove(int library, LoanKey key, CountedLoan loan) {
        batch.delete(Table.BORROWINGS, BorrowingLayout.key(loan.patron(), loan.edition(), key));
        recount(library, loan.patron());
    }

    /** Makes the patron's history anew, of loans or works that are others now. */
    void recount(int library, int patron) {
        byte @Nullable [] stored = batch.get(Table.HISTORIES, HistoryLayout.key(library, patron));
        if (stored == null) {
            throw new IllegalStateException(
                    "a counted loan without a history: the store is damaged");
        }
        PatronKey key = HistoryLayout.patronKey(stored);
        replace(library, patron, key, HistoryLayout.history(stored), fromLoans(patron));
    }

    /** Removes a patron's loans up to that day; returns the keys of those. */
    List<LoanKey> erase(int library, int patron, int lastDay) {
        List<byte[]> keys = new ArrayList<>();
        batch.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(patron),
                (key, value) -> {
                    if (BorrowingLayout.day(value) <= lastDay) {
                        keys.add(key);
                    }
                    return true;
                });
        keys.forEach(key -> batch.delete(Table.BORROWINGS, key));
        byte @Nullable [] stored = batch.get(Table.HISTORIES, HistoryLayout.key(library, patron));
        if (stored != null && !keys.isEmpty()) {
            PatronKey key = HistoryLayout.patronKey(stored);
            replace(library, patron, key, HistoryLayout.history(stored), fromLoans(patron));
        }
        return keys.stream().map(BorrowingLayout::loanKey).toList();
    }

    /* As this batch has left it, else as memory has it, which is what is stored. */
    private History history(int library, int patron) {
        History changed = changes.histories.get(patron);
        if (changed != null) {
            return changed;
        }
        History kept = cache.kept(patron);
        if (kept != null) {
            return kept;
        }
        byte @Nullable [] value = batch.get(Table.HISTORIES, HistoryLayout.key(library, patron));
        return value == null ? History.EMPTY : HistoryLayout.history(value);
    }

    private History fromLoans(int patron) {
        IntArrayList titles = new IntArrayList();
        IntArrayList days = new IntArrayList();
        batch.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(patron),
                (key, value) -> {
                    titles.add(works.of(BorrowingLayout.edition(key)));
                    days.add(BorrowingLayout.day(value));
                    return true;
                });
        return History.of(titles.toIntArray(), days.toIntArray());
    }

    private void replace(int library, int patron, PatronKey key, History before, History after) {
        full.changed(library, patron, after, batch);
        if (after.equals(before)) {
            return;
        }
        write(library, patron, key, after);
        boolean added = note(library, patron, before, after);
        IntSet lost = lose(library, patron, before, after);
        if (added || !lost.isEmpty()) {
            touch(before);
            touch(after);
        }
        counts.add(
                library,
                CountLayout.PATRONS,
                Math.min(after.size(), 1) - Math.min(before.size(), 1),
                batch);
        if (!lost.isEmpty()) {
            neighbours.shrink(library, before, lost);
        }
    }

    private void write(int library, int patron, PatronKey key, History after) {
        changes.histories.put(patron, after);
        if (after.size() == 0) {
            batch.delete(Table.HISTORIES, HistoryLayout.key(library, patron));
            batch.delete(Table.PATRONS, PatronLayout.key(library, key));
            numbers.forget(library, key);
        } else {
            batch.put(
                    Table.HISTORIES,
                    HistoryLayout.key(library, patron),
                    HistoryLayout.value(key, after));
        }
    }

    /** Notes titles that are new or borrowed on another day; returns whether there are any. */
    private boolean note(int library, int patron, History before, History after) {
        boolean any = false;
        for (int i = 0; i < after.size(); i++) {
            int title = after.title(i);
            int at = before.indexOf(title, i);
            if (at < 0 || before.day(at) != after.day(i)) {
                any = true;
                changes.changed.add(title);
                batch.put(
                        Table.BORROWERS,
                        BorrowerLayout.key(title, library, patron),
                        BorrowerLayout.value(after.day(i)));
            }
            if (at < 0) {
                counts.add(library, title, 1, batch);
            }
        }
        return any;
    }

    /** Notes titles that no longer count for the patron; returns them. */
    private IntSet lose(int library, int patron, History before, History after) {
        IntSet lost = new IntOpenHashSet();
        for (int i = 0; i < before.size(); i++) {
            int title = before.title(i);
            if (after.indexOf(title, i) < 0) {
                lost.add(title);
                changes.changed.add(title);
                batch.delete(Table.BORROWERS, BorrowerLayout.key(title, library, patron));
                counts.add(library, title, -1, batch);
            }
        }
        return lost;
    }

    private void touch(History history) {
        for (int i = 0; i < history.size(); i++) {
            changes.touched.addTo(history.title(i), 1);
        }
    }
}
