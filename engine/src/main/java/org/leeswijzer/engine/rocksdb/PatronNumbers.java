package org.leeswijzer.engine.rocksdb;

import java.util.Arrays;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * The numbers of pseudonyms that were asked for lately; whoever finds nothing here asks the database. For one thread, under
 * the store's write lock.
 *
 * <p>Each pseudonym has one slot, and the later of two that share it stays: pseudonyms are as good as random, so nobody
 * keeps another out for long.
 */
final class PatronNumbers {
    private static final int SLOTS = 1 << 18;

    private final int[] libraries = new int[SLOTS];
    private final long[] highs = new long[SLOTS];
    private final long[] lows = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];

    /** The number; below 0 if it is not known here. */
    int number(int library, PatronKey patron) {
        int slot = slot(patron);
        return isAt(slot, library, patron) ? numbers[slot] : -1;
    }

    /** Notes a number. */
    void put(int library, PatronKey patron, int number) {
        int slot = slot(patron);
        libraries[slot] = library;
        highs[slot] = patron.high();
        lows[slot] = patron.low();
        numbers[slot] = number;
    }

    /** The pseudonym has no number any more. */
    void forget(int library, PatronKey patron) {
        int slot = slot(patron);
        if (isAt(slot, library, patron)) {
            libraries[slot] = 0;
        }
    }

    /** Nothing is known any more. */
    void clear() {
        Arrays.fill(libraries, 0);
    }

    /* Libraries are numbered from 1. */
    private boolean isAt(int slot, int library, PatronKey patron) {
        return libraries[slot] == library
                && library > 0
                && highs[slot] == patron.high()
                && lows[slot] == patron.low();
    }

    private static int slot(PatronKey patron) {
        return (int) patron.low() & (SLOTS - 1);
    }
}
