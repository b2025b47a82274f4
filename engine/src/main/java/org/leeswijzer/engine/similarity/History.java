package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/**
 * Which titles count for one patron, and on which day each was borrowed last: most recent first, equal days by rising
 * title number, no more than {@link LoanTable#LONGEST_HISTORY}. Immutable.
 */
public final class History {
    /** A patron without loans. */
    public static final History EMPTY = new History(new long[0]);

    private final long[] loans;

    private History(long[] loans) {
        this.loans = loans;
    }

    /** Takes both as they are, in the order described above, as many of each. */
    public static History ofSorted(int[] titles, int[] days) {
        long[] loans = new long[titles.length];
        Arrays.setAll(loans, i -> TitleDay.of(titles[i], days[i]));
        return new History(loans);
    }

    /**
     * The history that loans make, in any order and with repeats.
     *
     * @param titles of the loans
     * @param days of the loans, as many
     */
    public static History of(int[] titles, int[] days) {
        long[] keys = new long[titles.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) titles[i] << 32 | ((long) days[i] - Integer.MIN_VALUE);
        }
        Arrays.sort(keys);
        int distinct = 0;
        for (int i = 0; i < keys.length; i++) {
            int title = (int) (keys[i] >> 32);
            if (i + 1 == keys.length || title != (int) (keys[i + 1] >> 32)) {
                keys[distinct++] = key(title, (int) keys[i] + Integer.MIN_VALUE);
            }
        }
        Arrays.sort(keys, 0, distinct);
        long[] sorted = new long[Math.min(distinct, LoanTable.LONGEST_HISTORY)];
        Arrays.setAll(sorted, i -> TitleDay.of((int) keys[i], (int) ~(keys[i] >> 32)));
        return new History(sorted);
    }

    /* Sorts by falling day, then by rising title. */
    private static long key(int title, int day) {
        return (long) ~day << 32 | title;
    }

    /** How many titles count. */
    public int size() {
        return loans.length;
    }

    /** Number of the title at this place. */
    public int title(int index) {
        return TitleDay.title(loans[index]);
    }

    /** The day of its latest loan. */
    public int day(int index) {
        return TitleDay.day(loans[index]);
    }

    /** Where the title stands; below 0 if it does not count. */
    public int indexOf(int title) {
        for (int i = 0; i < loans.length; i++) {
            if (title(i) == title) {
                return i;
            }
        }
        return -1;
    }

    /** The same, found at once at that place or beside it: where it is in a history with one loan more or less. */
    public int indexOf(int title, int likely) {
        for (int i = Math.max(0, likely - 1); i <= likely + 1 && i < loans.length; i++) {
            if (title(i) == title) {
                return i;
            }
        }
        return indexOf(title);
    }

    /** Whether titles may have been left out for want of room. */
    public boolean isFull() {
        return loans.length == LoanTable.LONGEST_HISTORY;
    }

    /** The history after one more loan. */
    public History plus(int title, int day) {
        int known = indexOf(title);
        if (known >= 0 && day(known) >= day) {
            return this;
        }
        // What it replaces is older, and so behind the place where it goes.
        int at = placeOf(title, day);
        int until = known >= 0 ? known : loans.length;
        long[] more = Arrays.copyOf(loans, known >= 0 ? loans.length : loans.length + 1);
        System.arraycopy(loans, at, more, at + 1, until - at);
        more[at] = TitleDay.of(title, day);
        return new History(
                more.length > LoanTable.LONGEST_HISTORY
                        ? Arrays.copyOf(more, LoanTable.LONGEST_HISTORY)
                        : more);
    }

    private int placeOf(int title, int day) {
        int place = 0;
        while (place < loans.length && key(title(place), day(place)) < key(title, day)) {
            place++;
        }
        return place;
    }

    /** Counts this patron for every title of the history, given the day of the title that is counted for. */
    public void count(CoCounts counts, int day) {
        counts.addAll(loans, 0, loans.length, day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History that && Arrays.equals(loans, that.loans);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(loans);
    }

    @Override
    public String toString() {
        return "History[%d titles]".formatted(loans.length);
    }
}
