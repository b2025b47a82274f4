package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.CountedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;

/** Loans of a first load in the order they came, in arrays. Not safe for use by many threads. */
final class LoadedLoans {
    /* Open to this package: sorting millions goes straight over them. Only the first so many count. */
    int size;

    /** The halves of the keys; of the first half the sign is turned over, so that it sorts as its bytes do. */
    long[] high = new long[1024];

    long[] low = new long[1024];
    char[] library = new char[1024];
    int[] day = new int[1024];

    /** The title's number; below 0 of a loan that waits for its item, or that does not count. */
    int[] title = new int[1024];

    /** The patron's number; of a loan that waits for its item, its place among those. */
    int[] patron = new int[1024];

    /** In place of a title: the loan waits for its item. */
    static final int PARKED = -1;

    /** From here down, in place of a title: the loan is not held, for the reason that is so far down in {@link #REFUSALS}. */
    private static final int REFUSED = -2;

    private static final List<Outcome> REFUSALS =
            List.of(Outcome.OUTSIDE_WINDOW, Outcome.ERASED, Outcome.OPTED_OUT);

    private final int firstPatron;
    private final List<PatronKey> patrons = new ArrayList<>();
    private final IntArrayList patronLibraries = new IntArrayList();
    private final Int2ObjectMap<Object2IntMap<PatronKey>> numbers = new Int2ObjectOpenHashMap<>();
    private final List<ParkedLoan> parked = new ArrayList<>();

    /** @param firstPatron the first number that no patron has had */
    LoadedLoans(int firstPatron) {
        this.firstPatron = firstPatron;
    }

    void counted(int ofLibrary, LoanKey key, PatronKey who, int ofTitle, int onDay) {
        add(ofLibrary, key, ofTitle, number(ofLibrary, who), onDay);
    }

    void parked(int ofLibrary, LoanKey key, ParkedLoan loan) {
        parked.add(loan);
        add(ofLibrary, key, PARKED, parked.size() - 1, loan.day());
    }

    void refused(int ofLibrary, LoanKey key, Outcome why, int onDay) {
        add(ofLibrary, key, REFUSED - REFUSALS.indexOf(why), -1, onDay);
    }

    /** Why the loan is not held; null if it is. */
    @Nullable Outcome refusal(int loan) {
        return title[loan] > REFUSED ? null : REFUSALS.get(REFUSED - title[loan]);
    }

    private void add(int ofLibrary, LoanKey key, int ofTitle, int ofPatron, int onDay) {
        if (size == high.length) {
            int room = Math.addExact(size, size / 2);
            high = Arrays.copyOf(high, room);
            low = Arrays.copyOf(low, room);
            library = Arrays.copyOf(library, room);
            day = Arrays.copyOf(day, room);
            title = Arrays.copyOf(title, room);
            patron = Arrays.copyOf(patron, room);
        }
        high[size] = key.high() ^ Long.MIN_VALUE;
        low[size] = key.low();
        library[size] = (char) ofLibrary;
        day[size] = onDay;
        title[size] = ofTitle;
        patron[size] = ofPatron;
        size++;
    }

    private int number(int ofLibrary, PatronKey who) {
        Object2IntMap<PatronKey> known =
                numbers.computeIfAbsent(
                        ofLibrary,
                        l -> {
                            Object2IntMap<PatronKey> map = new Object2IntOpenHashMap<>();
                            map.defaultReturnValue(-1);
                            return map;
                        });
        int number = known.getInt(who);
        if (number < 0) {
            number = Math.addExact(firstPatron, patrons.size());
            known.put(who, number);
            patrons.add(who);
            patronLibraries.add(ofLibrary);
        }
        return number;
    }

    /** The first number that was given to a patron. */
    int firstPatron() {
        return firstPatron;
    }

    /** So many patrons got a number, one after the other. */
    int patrons() {
        return patrons.size();
    }

    /** The pseudonym of a patron's number. */
    PatronKey patronKey(int number) {
        return patrons.get(number - firstPatron);
    }

    /** The library of a patron's number. */
    int patronLibrary(int number) {
        return patronLibraries.getInt(number - firstPatron);
    }

    LoanKey key(int loan) {
        return new LoanKey(high[loan] ^ Long.MIN_VALUE, low[loan]);
    }

    /** How the loan would be stored; it is one that is held. */
    StoredLoan stored(int loan) {
        return title[loan] == PARKED
                ? parked.get(patron[loan])
                : new CountedLoan(patron[loan], title[loan], day[loan]);
    }

    ParkedLoan parkedLoan(int loan) {
        return parked.get(patron[loan]);
    }

    boolean isSame(int loan, int other) {
        if (title[loan] != title[other] || day[loan] != day[other]) {
            return false;
        }
        return title[loan] == PARKED
                ? parkedLoan(loan).equals(parkedLoan(other))
                : patron[loan] == patron[other];
    }
}
