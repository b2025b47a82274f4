package org.leeswijzer.engine.similarity;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Which titles count for one patron, and on which day each was borrowed last: most recent first, equal days by rising
 * title number, no more than {@link LoanTable#LONGEST_HISTORY}. Immutable.
 */
public final class History {
    /** A patron without loans. */
    public static final History EMPTY = new History(new int[0], new int[0]);

    private final int[] titles;
    private final int[] days;

    private History(int[] titles, int[] days) {
        this.titles = titles;
        this.days = days;
    }

    /** Takes the arrays as they are, in the order described above; the caller gives them away. */
    public static History ofSorted(int[] titles, int[] days) {
        return new History(titles, days);
    }

    /**
     * The history that loans make, in any order and with repeats.
     *
     * @param titles of the loans
     * @param days of the loans, as many
     */
    public static History of(int[] titles, int[] days) {
        Int2IntMap latest = new Int2IntOpenHashMap(titles.length);
        for (int i = 0; i < titles.length; i++) {
            latest.merge(titles[i], days[i], Math::max);
        }
        long[] keys =
                latest.int2IntEntrySet().stream()
                        .mapToLong(e -> key(e.getIntKey(), e.getIntValue()))
                        .toArray();
        Arrays.sort(keys);
        int size = Math.min(keys.length, LoanTable.LONGEST_HISTORY);
        int[] sortedTitles = new int[size];
        int[] sortedDays = new int[size];
        for (int i = 0; i < size; i++) {
            sortedTitles[i] = (int) keys[i];
            sortedDays[i] = (int) ~(keys[i] >> 32);
        }
        return new History(sortedTitles, sortedDays);
    }

    /* Sorts by falling day, then by rising title. */
    private static long key(int title, int day) {
        return (long) ~day << 32 | title;
    }

    /** How many titles count. */
    public int size() {
        return titles.length;
    }

    /** Number of the title at this place. */
    public int title(int index) {
        return titles[index];
    }

    /** The day of its latest loan. */
    public int day(int index) {
        return days[index];
    }

    /** Where the title stands; below 0 if it does not count. */
    public int indexOf(int title) {
        for (int i = 0; i < titles.length; i++) {
            if (titles[i] == title) {
                return i;
            }
        }
        return -1;
    }

    /** Whether titles may have been left out for want of room. */
    public boolean isFull() {
        return titles.length == LoanTable.LONGEST_HISTORY;
    }

    /** The history after one more loan. */
    public History plus(int title, int day) {
        int[] moreTitles = Arrays.copyOf(titles, titles.length + 1);
        int[] moreDays = Arrays.copyOf(days, days.length + 1);
        moreTitles[titles.length] = title;
        moreDays[days.length] = day;
        return of(moreTitles, moreDays);
    }

    /** Counts this patron for every title of the history, given the day of the title that is counted for. */
    public void count(CoCounts counts, int day) {
        counts.addAll(titles, days, 0, titles.length, day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History that
                && Arrays.equals(titles, that.titles)
                && Arrays.equals(days, that.days);
    }

    @Override
    public int hashCode() {
        return List.of(Arrays.hashCode(titles), Arrays.hashCode(days)).hashCode();
    }

    @Override
    public String toString() {
        return "History[%d titles]".formatted(titles.length);
    }
}
