package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/**
 * Counts, for one title, the patrons it shares with every other: how many, and how much they weigh. Not safe for use by
 * many threads; use one over and over.
 */
public final class CoCounts {
    /*
     * One long per title, so that one addition counts a patron and adds the weight:
     *
     *     63          36              0
     *     +-----------+---------------+
     *     | patrons   | weight / 256  |   2^27 patrons, 2^36 / 256 = 2^28 of them at full weight
     *     +-----------+---------------+
     *
     * Dense over all titles, with a list of those touched: no hashing on the way, and emptying costs what was used.
     */
    private static final int SHIFT = 36;
    private static final long WEIGHT = (1L << SHIFT) - 1;
    private static final long[] ADDEND = addends();

    private long[] counts;
    private int[] touched;
    private int size;

    /** @param titles so many title numbers there are */
    public CoCounts(int titles) {
        counts = new long[titles];
        touched = new int[titles];
    }

    /** Makes room for so many titles; what was counted stays. */
    public void ensure(int titles) {
        if (titles > counts.length) {
            int room = Math.max(titles, counts.length + counts.length / 2);
            counts = Arrays.copyOf(counts, room);
            touched = Arrays.copyOf(touched, room);
        }
    }

    /** Counts a patron who borrowed the title on one day and the other title on another. */
    public void add(int title, int firstDay, int secondDay) {
        long before = counts[title];
        if (before == 0) {
            touched[size++] = title;
        }
        counts[title] = before + ADDEND[TimeWeight.distance(firstDay, secondDay)];
    }

    /**
     * Counts a patron who borrowed a title on the given day and all these.
     *
     * @param titles numbers of titles, those from {@code from} to before {@code to} count
     * @param days on which they were borrowed
     */
    public void addAll(int[] titles, int[] days, int from, int to, int day) {
        long[] sums = counts;
        int[] list = touched;
        int length = size;
        for (int i = from; i < to; i++) {
            int title = titles[i];
            long before = sums[title];
            if (before == 0) {
                list[length++] = title;
            }
            int apart = Math.abs(days[i] - day);
            sums[title] = before + ADDEND[Math.min(apart, TimeWeight.DISTANT)];
        }
        size = length;
    }

    /** How many titles have been counted. */
    int size() {
        return size;
    }

    /** The title at this place, in no particular order. */
    int title(int index) {
        return touched[index];
    }

    /** Its shared patrons. */
    int both(int title) {
        return (int) (counts[title] >>> SHIFT);
    }

    /** Its shared patrons, weighed, in 256ths. */
    long overlap(int title) {
        return counts[title] & WEIGHT;
    }

    /** Forgets everything. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            counts[touched[i]] = 0;
        }
        size = 0;
    }

    private static long[] addends() {
        long[] addends = new long[TimeWeight.DISTANT + 1];
        for (int days = 0; days < addends.length; days++) {
            addends[days] = 1L << SHIFT | TimeWeight.of(0, days);
        }
        return addends;
    }
}
