package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Held;
import org.leeswijzer.engine.loan.HeldLoan;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;

/** Finds all that is held on one patron. */
final class StoredPatron {
    private static final Comparator<HeldLoan> BY_DAY =
            Comparator.comparingInt(HeldLoan::day)
                    .thenComparingInt(loan -> loan.edition().orElse(Integer.MAX_VALUE))
                    .thenComparing(loan -> loan.item().orElse(""));

    private final Reader reader;

    StoredPatron(Reader reader) {
        this.reader = reader;
    }

    Held held(int library, PatronKey patron) {
        List<HeldLoan> loans = new ArrayList<>(counted(library, patron));
        loans.addAll(parked(library, patron));
        loans.sort(BY_DAY);
        return new Held(Promises.stored(reader, library, patron), loans);
    }

    private List<HeldLoan> counted(int library, PatronKey patron) {
        byte @Nullable [] number = reader.get(Table.PATRONS, PatronLayout.key(library, patron));
        List<HeldLoan> loans = new ArrayList<>();
        if (number != null) {
            reader.scan(
                    Table.BORROWINGS,
                    BorrowingLayout.prefix(PatronLayout.patron(number)),
                    (key, day) ->
                            loans.add(
                                    HeldLoan.counted(
                                            BorrowingLayout.day(day),
                                            BorrowingLayout.edition(key))));
        }
        return loans;
    }

    private List<HeldLoan> parked(int library, PatronKey patron) {
        List<HeldLoan> loans = new ArrayList<>();
        reader.scan(
                Table.PARKED,
                ItemLayout.parkedPrefix(library),
                (key, nothing) -> {
                    byte @Nullable [] value =
                            reader.get(
                                    Table.LOANS,
                                    LoanLayout.key(library, ItemLayout.parkedLoanKey(key)));
                    if (value != null
                            && LoanLayout.loan(value) instanceof ParkedLoan loan
                            && loan.patron().equals(patron)) {
                        loans.add(HeldLoan.parked(loan.day(), loan.item()));
                    }
                    return true;
                });
        return loans;
    }
}
