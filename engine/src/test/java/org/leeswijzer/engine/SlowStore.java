package org.leeswijzer.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.AllLoansForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.Window;

/** The loans that should be in the store, in a map. */
final class SlowStore {
    private record Id(Library library, LoanKey loan) {}

    private final Map<Id, LoanMade> loans = new java.util.LinkedHashMap<>();
    private final Map<Library, Map<String, String>> items = new TreeMap<>();
    private final SlowWords words = new SlowWords();
    private final SlowWorks works = new SlowWorks();
    private Window window = Window.ALL;

    void apply(LibraryEvent event) {
        if (event instanceof LoanMade loan) {
            loans.remove(new Id(loan.library(), loan.loan()));
            if (isHeld(loan) && !words.forget(loan)) {
                loans.put(new Id(loan.library(), loan.loan()), loan);
            }
        } else if (event instanceof LoanForgotten forgotten) {
            loans.remove(new Id(forgotten.library(), forgotten.loan()));
        } else if (event instanceof PatronWord word) {
            words.add(word);
            loans.values().removeIf(words::forget);
        } else if (event instanceof AllLoansForgotten all) {
            loans.values().removeIf(loan -> loan.library().equals(all.library()));
        } else if (event instanceof ItemSeen item) {
            items.computeIfAbsent(item.library(), library -> new TreeMap<>())
                    .put(item.item(), item.title());
        } else if (event instanceof LibraryEvent.TitleSeen seen) {
            works.seen(seen.title());
        } else if (event instanceof LibraryEvent.WorkDecided decided) {
            works.decided(decided.decision());
        }
    }

    /** Of every record that is described all that are one work with it. */
    Map<RecordId, Set<RecordId>> works() {
        return works.works();
    }

    void expire(Window now) {
        window = now;
        loans.values().removeIf(loan -> !isHeld(loan));
    }

    private boolean isHeld(LoanMade loan) {
        return loan.day() >= window.firstDay(loan.library());
    }

    long counted() {
        return loans.values().stream().filter(loan -> record(loan) != null).count();
    }

    long parked() {
        return loans.size() - counted();
    }

    /**
     * Every patron's titles with the day of the latest loan.
     *
     * @param library null for all
     */
    List<Map<Integer, Integer>> histories(Library library, ToIntFunction<RecordId> numbers) {
        Map<List<Object>, Map<Integer, Integer>> patrons = new java.util.LinkedHashMap<>();
        for (LoanMade loan : loans.values()) {
            RecordId record = record(loan);
            if (record != null && (library == null || library.equals(loan.library()))) {
                patrons.computeIfAbsent(
                                List.of(loan.library(), loan.patron()), patron -> new TreeMap<>())
                        .merge(numbers.applyAsInt(record), loan.day(), Math::max);
            }
        }
        return new ArrayList<>(patrons.values());
    }

    /** Every record that a loan has named. */
    Set<RecordId> records() {
        Set<RecordId> records = new HashSet<>();
        loans.values().forEach(loan -> records.add(record(loan)));
        records.remove(null);
        return records;
    }

    private RecordId record(LoanMade loan) {
        String id =
                loan.borrowed() instanceof Borrowed.OfItem item
                        ? items.getOrDefault(loan.library(), Map.of()).get(item.id())
                        : loan.borrowed().id();
        return id == null ? null : new RecordId(loan.library(), id);
    }
}
