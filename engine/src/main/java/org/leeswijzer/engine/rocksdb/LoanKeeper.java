package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.CountedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;

/** Applies loans made and forgotten to a batch; what they change of a patron's history is {@link HistoryKeeper}'s. */
final class LoanKeeper {
    private final Batch batch;
    private final CatalogueKeeper titles;
    private final HistoryKeeper histories;
    private final Changes changes;
    private final Admission admission;

    LoanKeeper(
            Batch batch,
            CatalogueKeeper titles,
            HistoryKeeper histories,
            Changes changes,
            Admission admission) {
        this.batch = batch;
        this.titles = titles;
        this.histories = histories;
        this.changes = changes;
        this.admission = admission;
    }

    Outcome made(int library, LoanMade loan) {
        StoredLoan known = stored(library, loan.loan());
        Outcome refusal = admission.refusal(library, loan);
        if (refusal != null) {
            if (known != null) {
                remove(library, loan.loan(), known);
            }
            return refusal;
        }
        StoredLoan now = resolve(library, loan);
        if (now.equals(known)) {
            return Outcome.REPEATED;
        }
        if (known != null) {
            remove(library, loan.loan(), known);
            // The patron's number may have gone with their only loan.
            now = resolve(library, loan);
        }
        store(library, loan.loan(), loan.patron(), now);
        if (now instanceof ParkedLoan) {
            return Outcome.PARKED;
        }
        return known instanceof CountedLoan ? Outcome.CORRECTED : Outcome.COUNTED;
    }

    Outcome forgotten(int library, LoanKey loan) {
        StoredLoan known = stored(library, loan);
        if (known == null) {
            return Outcome.REPEATED;
        }
        remove(library, loan, known);
        return Outcome.FORGOTTEN;
    }

    /**
     * Removes loans of the patron, counted or parked, and their pseudonym if none is left.
     *
     * @param lastDay loans of later days stay
     * @return whether there were any
     */
    boolean erase(int library, PatronKey patron, int lastDay) {
        List<LoanKey> parked = parked(library, patron, lastDay);
        parked.forEach(loan -> forgotten(library, loan));
        int number = histories.number(library, patron);
        List<LoanKey> counted = number < 0 ? List.of() : histories.erase(library, number, lastDay);
        counted.forEach(loan -> batch.delete(Table.LOANS, LoanLayout.key(library, loan)));
        changes.loans -= counted.size();
        return !parked.isEmpty() || !counted.isEmpty();
    }

    private List<LoanKey> parked(int library, PatronKey patron, int lastDay) {
        List<LoanKey> parked = new ArrayList<>();
        batch.scan(
                Table.PARKED,
                ItemLayout.parkedPrefix(library),
                (key, value) -> {
                    LoanKey loan = ItemLayout.parkedLoanKey(key);
                    if (stored(library, loan) instanceof ParkedLoan waiting
                            && waiting.patron().equals(patron)
                            && waiting.day() <= lastDay) {
                        parked.add(loan);
                    }
                    return true;
                });
        return parked;
    }

    /** Counts the loans that waited to know which record the item is a copy of. */
    void resolve(int library, String item, String record) {
        List<LoanKey> waiting = new ArrayList<>();
        batch.scan(
                Table.PARKED,
                ItemLayout.parkedPrefix(library, item),
                (key, value) -> {
                    waiting.add(ItemLayout.parkedLoanKey(key));
                    return true;
                });
        for (LoanKey loan : waiting) {
            if (stored(library, loan) instanceof ParkedLoan parked) {
                remove(library, loan, parked);
                int title = titles.editionOf(library, record);
                int patron = histories.numberOrNew(library, parked.patron());
                store(library, loan, parked.patron(), new CountedLoan(patron, title, parked.day()));
                changes.count(Outcome.COUNTED);
            }
        }
    }

    private StoredLoan resolve(int library, LoanMade loan) {
        String record = null;
        if (loan.borrowed() instanceof Borrowed.OfItem item) {
            byte @Nullable [] known = batch.get(Table.ITEMS, ItemLayout.key(library, item.id()));
            if (known == null) {
                return new ParkedLoan(loan.patron(), item.id(), loan.day());
            }
            record = ItemLayout.record(known);
        }
        int title = titles.editionOf(library, record == null ? loan.borrowed().id() : record);
        return new CountedLoan(histories.numberOrNew(library, loan.patron()), title, loan.day());
    }

    private @Nullable StoredLoan stored(int library, LoanKey loan) {
        byte @Nullable [] value = batch.get(Table.LOANS, LoanLayout.key(library, loan));
        return value == null ? null : LoanLayout.loan(value);
    }

    private void store(int library, LoanKey loan, PatronKey patron, StoredLoan now) {
        batch.put(Table.LOANS, LoanLayout.key(library, loan), LoanLayout.value(now));
        if (now instanceof CountedLoan counted) {
            changes.loans++;
            histories.add(library, patron, loan, counted);
        } else if (now instanceof ParkedLoan parked) {
            changes.parked++;
            batch.put(
                    Table.PARKED, ItemLayout.parkedKey(library, parked.item(), loan), Bytes.EMPTY);
        }
    }

    void remove(int library, LoanKey loan, StoredLoan known) {
        batch.delete(Table.LOANS, LoanLayout.key(library, loan));
        if (known instanceof CountedLoan counted) {
            changes.loans--;
            histories.remove(library, loan, counted);
        } else if (known instanceof ParkedLoan parked) {
            changes.parked--;
            batch.delete(Table.PARKED, ItemLayout.parkedKey(library, parked.item(), loan));
        }
    }
}
