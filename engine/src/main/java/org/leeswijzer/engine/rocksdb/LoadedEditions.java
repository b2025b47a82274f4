package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;

/** Numbers of editions by the records that loans of a first load name; the store is asked once for each. For one thread. */
final class LoadedEditions {
    private static final int UNKNOWN = -1;

    private final Libraries libraries;
    private final LoanWriter writer;
    private final Map<Library, Object2IntMap<String>> numbers = new HashMap<>();
    private final Set<Library> newLibraries = new LinkedHashSet<>();
    private final Set<RecordId> unnamed = new LinkedHashSet<>();

    LoadedEditions(Libraries libraries, LoanWriter writer) {
        this.libraries = libraries;
        this.writer = writer;
    }

    /** Notes a library that {@link #name} is to give a number if it has none. */
    void note(Library library) {
        if (libraries.numberOrZero(library) == 0) {
            newLibraries.add(library);
        }
    }

    /** The number of the record's edition; below 0 if it is not known here, and from the next {@link #name} on it is. */
    int ask(Library library, String record) {
        int number = numberOf(library, record);
        if (number == UNKNOWN) {
            unnamed.add(new RecordId(library, record));
        }
        return number;
    }

    /** The number of the record's edition; below 0 if it is not known here. */
    int numberOf(Library library, String record) {
        return of(library).getInt(record);
    }

    /** Finds or gives numbers to all that were asked for since the last time, in that order. */
    void name() {
        if (newLibraries.isEmpty() && unnamed.isEmpty()) {
            return;
        }
        List<RecordId> inOrder = List.copyOf(unnamed);
        int[] named = writer.name(newLibraries, inOrder);
        for (int i = 0; i < named.length; i++) {
            of(inOrder.get(i).library()).put(inOrder.get(i).id(), named[i]);
        }
        newLibraries.clear();
        unnamed.clear();
    }

    /** What is in the store may have changed: nothing is known any more. */
    void clear() {
        numbers.clear();
    }

    private Object2IntMap<String> of(Library library) {
        return numbers.computeIfAbsent(library, each -> unknown());
    }

    private static Object2IntMap<String> unknown() {
        Object2IntMap<String> none = new Object2IntOpenHashMap<>();
        none.defaultReturnValue(UNKNOWN);
        return none;
    }
}
