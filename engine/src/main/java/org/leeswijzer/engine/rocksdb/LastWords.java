package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Arrays;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;

/** Of loaded loans the last word on every key, in the order of the keys; and what became of all. */
final class LastWords {
    private final LoadedLoans loans;
    private final Object2LongOpenHashMap<Outcome> outcomes = new Object2LongOpenHashMap<>();

    /** Places of loans, by library and key. */
    private final int[] kept;

    private int size;
    private int counted;

    LastWords(LoadedLoans loans) {
        this.loans = loans;
        kept = sorted(loans);
        for (int from = 0, to; from < kept.length; from = to) {
            to = from + 1;
            while (to < kept.length && isSameKey(kept[from], kept[to])) {
                to++;
            }
            keepLast(from, to);
        }
    }

    /* By key, then by library: each stable, so that equal ones stay in the order they came. */
    private static int[] sorted(LoadedLoans loans) {
        int[] order = new int[loans.size];
        Arrays.setAll(order, i -> i);
        LongArrays.parallelRadixSortIndirect(order, loans.high, 0, order.length, true);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && loans.high[order[from]] == loans.high[order[to]]) {
                to++;
            }
            if (to > from + 1) {
                IntArrays.mergeSort(
                        order,
                        from,
                        to,
                        (a, b) -> Long.compareUnsigned(loans.low[a], loans.low[b]));
            }
        }
        return byLibrary(order, loans);
    }

    private static int[] byLibrary(int[] order, LoadedLoans loans) {
        int[] next = new int[Character.MAX_VALUE + 2];
        for (int i = 0; i < order.length; i++) {
            next[loans.library[i] + 1]++;
        }
        for (int library = 0; library < Character.MAX_VALUE; library++) {
            next[library + 1] += next[library];
        }
        int[] sorted = new int[order.length];
        for (int loan : order) {
            sorted[next[loans.library[loan]]++] = loan;
        }
        return sorted;
    }

    private boolean isSameKey(int loan, int other) {
        return loans.high[loan] == loans.high[other]
                && loans.low[loan] == loans.low[other]
                && loans.library[loan] == loans.library[other];
    }

    /* What LoanKeeper would have said of each in turn. */
    private void keepLast(int from, int to) {
        int known = -1;
        for (int i = from; i < to; i++) {
            int loan = kept[i];
            Outcome refusal = loans.refusal(loan);
            if (refusal != null) {
                count(refusal);
                known = -1;
            } else if (known >= 0 && loans.isSame(known, loan)) {
                count(Outcome.REPEATED);
            } else {
                count(outcome(loans.title[loan], known));
                known = loan;
            }
        }
        if (known >= 0) {
            counted += loans.title[known] >= 0 ? 1 : 0;
            kept[size++] = known;
        }
    }

    private Outcome outcome(int title, int known) {
        if (title == LoadedLoans.PARKED) {
            return Outcome.PARKED;
        }
        return known >= 0 && loans.title[known] >= 0 ? Outcome.CORRECTED : Outcome.COUNTED;
    }

    private void count(Outcome outcome) {
        outcomes.addTo(outcome, 1);
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** How many of them count. */
    int counted() {
        return counted;
    }

    /** The place of the loan that is so many-th by library and key. */
    int loan(int index) {
        return kept[index];
    }

    /** Places of those that count, by patron, title and key. */
    int[] byPatron() {
        int[] order = new int[counted];
        int at = 0;
        for (int i = 0; i < size; i++) {
            if (loans.title[kept[i]] >= 0) {
                order[at++] = kept[i];
            }
        }
        IntArrays.radixSortIndirect(order, loans.patron, loans.title, 0, counted, true);
        return order;
    }

    Receipt receipt() {
        return new Receipt(outcomes);
    }
}
