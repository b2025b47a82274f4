package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;

/** Loads loans of libraries that have none through sorted files, and all else as ever. */
final class StoredBulkLoad implements BulkLoad {
    /*
     * As long as batches hold nothing but loans of libraries without any, they are gathered in memory: no loan needs to be
     * looked for in the store, since none is there. Anything else ends that: what was gathered is loaded, and from then on
     * those libraries have loans.
     */
    static final int BATCH = 5_000;

    /** A loan takes about so many bytes of memory from first to last. */
    private static final int BYTES_PER_LOAN = 160;

    private final Database database;
    private final Memory memory;
    private final LoanWriter writer;
    private final Window window;
    private final Admission admission;
    private final int batch;
    private final int mostLoans;

    private final List<LibraryEvent> waiting = new ArrayList<>();
    private Receipt receipt = new Receipt(Map.of());
    private @Nullable LoadedLoans loaded;
    private final Map<Library, Boolean> withoutLoans = new HashMap<>();
    private final LoadedEditions editions;

    StoredBulkLoad(Database database, Memory memory, LoanWriter writer, Window window, int batch) {
        this.database = database;
        this.memory = memory;
        this.writer = writer;
        this.window = window;
        admission = new Admission(memory.promises, window);
        editions = new LoadedEditions(memory.libraries, writer);
        this.batch = batch;
        mostLoans =
                (int)
                        Math.min(
                                Runtime.getRuntime().maxMemory() / BYTES_PER_LOAN,
                                Integer.MAX_VALUE / 2);
    }

    @Override
    public void take(LibraryEvent event) {
        waiting.add(event);
        if (waiting.size() == batch) {
            if (waiting.stream().allMatch(this::isOfFirstLoad)) {
                gather();
            } else {
                store();
            }
            waiting.clear();
        }
    }

    private boolean isOfFirstLoad(LibraryEvent event) {
        return event instanceof LoanMade
                && withoutLoans.computeIfAbsent(event.library(), this::hasNone);
    }

    private boolean hasNone(Library library) {
        int number = memory.libraries.numberOrZero(library);
        boolean[] none = {true};
        database.scan(
                Table.LOANS,
                Bytes.of(2).u16(number).done(),
                (key, value) -> {
                    none[0] = false;
                    return false;
                });
        return none[0];
    }

    private void store() {
        load();
        receipt = receipt.plus(writer.accept(EventBatch.of(waiting), window));
        // A batch may have brought a library its first loans, or items their titles.
        withoutLoans.clear();
        editions.clear();
    }

    private void gather() {
        LoadedLoans loans = loading();
        int size = waiting.size();
        @Nullable Outcome[] refusals = new @Nullable Outcome[size];
        @Nullable String[] records = new @Nullable String[size];
        int[] known = new int[size];
        for (int i = 0; i < size; i++) {
            LoanMade loan = (LoanMade) waiting.get(i);
            editions.note(loan.library());
            refusals[i] = admission.refusal(number(loan), loan);
            String record = refusals[i] == null ? record(loan) : null;
            records[i] = record;
            known[i] = record == null ? -1 : editions.ask(loan.library(), record);
        }
        editions.name();
        for (int i = 0; i < size; i++) {
            gather((LoanMade) waiting.get(i), refusals[i], records[i], known[i], loans);
        }
        if (loans.size >= mostLoans) {
            load();
        }
    }

    /** @param known the number of the record's edition; below 0 if it has only now got one */
    private void gather(
            LoanMade loan,
            @Nullable Outcome refusal,
            @Nullable String record,
            int known,
            LoadedLoans loans) {
        int library = number(loan);
        if (refusal != null) {
            loans.refused(library, loan.loan(), refusal, loan.day());
        } else if (record == null) {
            ParkedLoan parked = new ParkedLoan(loan.patron(), loan.borrowed().id(), loan.day());
            loans.parked(library, loan.loan(), parked);
        } else {
            int edition = known < 0 ? editions.numberOf(loan.library(), record) : known;
            loans.counted(library, loan.loan(), loan.patron(), edition, loan.day());
        }
    }

    private int number(LoanMade loan) {
        return memory.libraries.numberOrZero(loan.library());
    }

    private LoadedLoans loading() {
        LoadedLoans loans = loaded;
        if (loans == null) {
            loans = new LoadedLoans(Math.toIntExact(Meta.number(database, Meta.PATRONS, 0)));
            loaded = loans;
        }
        return loans;
    }

    /** The record that the loan is of; null if that is not known yet. */
    private @Nullable String record(LoanMade loan) {
        if (loan.borrowed() instanceof Borrowed.OfItem item) {
            byte @Nullable [] known =
                    database.get(Table.ITEMS, ItemLayout.key(number(loan), item.id()));
            return known == null ? null : ItemLayout.record(known);
        }
        return loan.borrowed().id();
    }

    private void load() {
        LoadedLoans loans = loaded;
        if (loans != null) {
            loaded = null;
            LoadFolder folder = new LoadFolder(database);
            folder.begin();
            LastWords words = new LastWords(loans);
            writer.load(
                    folder,
                    words,
                    loans.firstPatron() + loans.patrons(),
                    write(new LoadFiles(loans, words, folder, memory.works), folder));
            receipt = receipt.plus(words.receipt());
            withoutLoans.clear();
        }
    }

    /* A full disk must not stay full of half a load. */
    private static IntSet write(LoadFiles files, LoadFolder folder) {
        try {
            return files.write();
        } catch (RuntimeException e) {
            folder.clear();
            throw e;
        }
    }

    @Override
    public Receipt finish() {
        if (loaded != null && waiting.stream().allMatch(this::isOfFirstLoad)) {
            gather();
            waiting.clear();
        }
        load();
        if (!waiting.isEmpty()) {
            store();
            waiting.clear();
        }
        return receipt;
    }

    @Override
    public void close() {
        loaded = null;
        waiting.clear();
    }
}
