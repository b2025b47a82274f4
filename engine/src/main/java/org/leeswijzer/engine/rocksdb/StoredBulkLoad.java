package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
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
    private final Map<Library, Object2IntMap<String>> titles = new HashMap<>();

    StoredBulkLoad(Database database, Memory memory, LoanWriter writer, Window window, int batch) {
        this.database = database;
        this.memory = memory;
        this.writer = writer;
        this.window = window;
        admission = new Admission(memory.promises, window);
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
        titles.clear();
    }

    private void gather() {
        LoadedLoans loans = loaded;
        if (loans == null) {
            loans = new LoadedLoans(Math.toIntExact(Meta.number(database, Meta.PATRONS, 0)));
            loaded = loans;
        }
        List<@Nullable Outcome> refusals = new ArrayList<>(waiting.size());
        List<@Nullable RecordId> records = new ArrayList<>(waiting.size());
        for (LibraryEvent event : waiting) {
            LoanMade loan = (LoanMade) event;
            Outcome refusal = admission.refusal(number(loan), loan);
            refusals.add(refusal);
            records.add(refusal == null ? record(loan) : null);
        }
        name(records);
        for (int i = 0; i < waiting.size(); i++) {
            gather((LoanMade) waiting.get(i), refusals.get(i), records.get(i), loans);
        }
        if (loans.size >= mostLoans) {
            load();
        }
    }

    private int number(LoanMade loan) {
        return memory.libraries.numberOrZero(loan.library());
    }

    /** What the loan is of; null if that is not known yet. */
    private @Nullable RecordId record(LoanMade loan) {
        if (loan.borrowed() instanceof Borrowed.OfItem item) {
            byte @Nullable [] known =
                    database.get(Table.ITEMS, ItemLayout.key(number(loan), item.id()));
            return known == null ? null : new RecordId(loan.library(), ItemLayout.record(known));
        }
        return new RecordId(loan.library(), loan.borrowed().id());
    }

    private void name(List<@Nullable RecordId> records) {
        Set<Library> libraries = new LinkedHashSet<>();
        waiting.forEach(event -> libraries.add(event.library()));
        libraries.removeIf(library -> memory.libraries.numberOrZero(library) > 0);
        Set<RecordId> unnamed = new LinkedHashSet<>();
        for (RecordId record : records) {
            if (record != null && !titlesOf(record.library()).containsKey(record.id())) {
                unnamed.add(record);
            }
        }
        if (libraries.isEmpty() && unnamed.isEmpty()) {
            return;
        }
        List<RecordId> inOrder = List.copyOf(unnamed);
        int[] numbers = writer.name(libraries, inOrder);
        for (int i = 0; i < numbers.length; i++) {
            titlesOf(inOrder.get(i).library()).put(inOrder.get(i).id(), numbers[i]);
        }
    }

    private Object2IntMap<String> titlesOf(Library library) {
        return titles.computeIfAbsent(library, l -> new Object2IntOpenHashMap<>());
    }

    private void gather(
            LoanMade loan,
            @Nullable Outcome refusal,
            @Nullable RecordId record,
            LoadedLoans loans) {
        int library = number(loan);
        if (refusal != null) {
            loans.refused(library, loan.loan(), refusal, loan.day());
        } else if (record == null) {
            ParkedLoan parked = new ParkedLoan(loan.patron(), loan.borrowed().id(), loan.day());
            loans.parked(library, loan.loan(), parked);
        } else {
            int title = titlesOf(record.library()).getInt(record.id());
            loans.counted(library, loan.loan(), loan.patron(), title, loan.day());
        }
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
