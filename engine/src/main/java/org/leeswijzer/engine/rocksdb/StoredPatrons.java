package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Held;
import org.leeswijzer.engine.loan.HeldLoan;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Promise;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Seed;

/** What is held of patrons, one by one, and what they were promised. Safe for use by many threads. */
public final class StoredPatrons {
    private static final Comparator<HeldLoan> BY_DAY =
            Comparator.comparingInt(HeldLoan::day)
                    .thenComparingInt(loan -> loan.edition().orElse(Integer.MAX_VALUE))
                    .thenComparing(loan -> loan.item().orElse(""));

    private final Database database;
    private final Memory memory;
    private final Lock lock;

    /** @param lock nobody writes while it is held */
    StoredPatrons(Database database, Memory memory, Lock lock) {
        this.database = database;
        this.memory = memory;
        this.lock = lock;
    }

    /** Every title that counts for the patron, by the day of its latest loan; empty if nothing is held on them. */
    public List<Seed> borrowed(Library library, PatronKey patron) {
        byte[] key = PatronLayout.key(memory.libraries.numberOrZero(library), patron);
        byte @Nullable [] number = database.get(Table.PATRONS, key);
        if (number == null) {
            return List.of();
        }
        Int2IntMap latest = new Int2IntOpenHashMap();
        database.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(PatronLayout.patron(number)),
                (loan, day) -> {
                    int work = memory.works.of(BorrowingLayout.edition(loan));
                    latest.merge(work, BorrowingLayout.day(day), Math::max);
                    return true;
                });
        return latest.int2IntEntrySet().stream()
                .map(entry -> new Seed(entry.getIntKey(), entry.getIntValue()))
                .sorted(Seed.NEWEST_FIRST)
                .toList();
    }

    /** Shows every title of every patron of the scope, with the day of the latest loan of it. */
    public void forEachLoan(Scope scope, LoanTable.LoanVisitor visitor) {
        byte[] prefix =
                scope.equals(Scope.CONSORTIUM) ? Bytes.EMPTY : HistoryLayout.prefix(scope.number());
        database.scan(
                Table.HISTORIES,
                prefix,
                (key, value) -> {
                    History history = HistoryLayout.history(value);
                    for (int i = 0; i < history.size(); i++) {
                        visitor.loan(history.title(i), history.day(i));
                    }
                    return true;
                });
    }

    /** All that is held on the patron, at one moment. */
    public Held held(Library library, PatronKey patron) {
        lock.lock();
        try {
            return held(memory.libraries.numberOrZero(library), patron);
        } finally {
            lock.unlock();
        }
    }

    /** What the patron was promised. */
    public Promise promise(Library library, PatronKey patron) {
        return Promises.stored(database, memory.libraries.numberOrZero(library), patron);
    }

    /** Shows every promise, of whomever. */
    public void promises(Consumer<Promise> each) {
        database.scan(
                Table.PROMISES,
                Bytes.EMPTY,
                (key, value) -> {
                    each.accept(PromiseLayout.promise(value));
                    return true;
                });
    }

    /** The day of the oldest loan of every library that has one, parked ones too. */
    public Map<Library, Integer> oldestLoans() {
        Map<Library, Integer> oldest = new HashMap<>();
        database.scan(
                Table.LOANS,
                Bytes.EMPTY,
                (key, value) -> {
                    Library library = memory.libraries.library(LoanLayout.library(key));
                    oldest.merge(library, LoanLayout.loan(value).day(), Math::min);
                    return true;
                });
        return oldest;
    }

    private Held held(int library, PatronKey patron) {
        List<HeldLoan> loans = new ArrayList<>(counted(library, patron));
        loans.addAll(parked(library, patron));
        loans.sort(BY_DAY);
        return new Held(Promises.stored(database, library, patron), loans);
    }

    /** The edition of that number, with its own records. */
    public Title edition(int number) {
        return memory.catalogue.edition(number);
    }

    /** The library's own ids of an edition, as its catalogue or its loans name it. */
    public List<String> recordsOf(Library library, int edition) {
        return memory.catalogue.recordsOf(library, edition);
    }

    private List<HeldLoan> counted(int library, PatronKey patron) {
        byte @Nullable [] number = database.get(Table.PATRONS, PatronLayout.key(library, patron));
        List<HeldLoan> loans = new ArrayList<>();
        if (number != null) {
            database.scan(
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
        database.scan(
                Table.PARKED,
                ItemLayout.parkedPrefix(library),
                (key, nothing) -> {
                    byte @Nullable [] value =
                            database.get(
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
