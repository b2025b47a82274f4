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
     * Dense over all titles, with a list of those touched: no hashing on the way, and emptying costs what was used. About
     * every second addition meets a title for the first time, which no processor can foresee, so there is no branch on it:
     * the title is always written at the end of the list, and the end moves on by the sign of "count - 1", 1 below 0.
     */
    private static final int SHIFT = 36;
    private static final long WEIGHT = (1L << SHIFT) - 1;
    private static final long[] ADDEND = addends();

    private long[] counts;

    /* With one place to spare, for what is written and does not count. */
    private int[] touched;
    private int size;

    @SuppressWarnings("UnusedVariable") // Written so that reading ahead has a use.
    private long glance;

    /** @param titles so many title numbers there are */
    public CoCounts(int titles) {
        counts = new long[titles];
        touched = new int[titles + 1];
    }

    /** Makes room for so many titles; what was counted stays. */
    public void ensure(int titles) {
        if (titles > counts.length) {
            int room = Math.max(titles, counts.length + counts.length / 2);
            counts = Arrays.copyOf(counts, room);
            touched = Arrays.copyOf(touched, room + 1);
        }
    }

    /** Counts a patron who borrowed the title on one day and the other title on another. */
    public void add(int title, int firstDay, int secondDay) {
        addAll(new long[] {TitleDay.of(title, firstDay)}, 0, 1, secondDay);
    }

    /**
     * Counts a patron who borrowed a title on the given day and all these.
     *
     * @param loans as {@link TitleDay} packs them, those from {@code from} to before {@code to} count
     */
    void addAll(long[] loans, int from, int to, int day) {
        long[] sums = counts;
        int[] list = touched;
        int length = size;
        for (int i = from; i < to; i++) {
            int title = TitleDay.title(loans[i]);
            int apart = Math.abs(TitleDay.day(loans[i]) - day);
            long before = sums[title];
            sums[title] = before + ADDEND[Math.min(apart, TimeWeight.DISTANT)];
            list[length] = title;
            length += (int) ((before - 1) >>> 63);
        }
        size = length;
    }

    /** Takes what was read ahead of its use, so that no compiler leaves the reading out. */
    void glancedAt(long values) {
        glance = values;
    }

    /*
     * Most pairs of titles share a patron or two, and nobody looks at those again: they are told from the others without a
     * branch too.
     */

    /** Puts the titles with enough shared patrons into the candidates, instead of what they held. */
    void gather(int minBorrowers, Candidates candidates) {
        candidates.ensure(size + 1);
        int[] foundTitles = candidates.titles;
        long[] foundCounts = candidates.counts;
        int found = 0;
        for (int i = 0; i < size; i++) {
            int title = touched[i];
            long count = counts[title];
            foundTitles[found] = title;
            foundCounts[found] = count;
            found += (minBorrowers - 1 - both(count)) >>> 31;
        }
        candidates.size = found;
    }

    /** How many titles share a patron. */
    int titles() {
        return size;
    }

    /** Forgets everything. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            counts[touched[i]] = 0;
        }
        size = 0;
    }

    /** The shared patrons of a count. */
    static int both(long count) {
        return (int) (count >>> SHIFT);
    }

    /** The shared patrons of a count, weighed, in 256ths. */
    static long overlap(long count) {
        return count & WEIGHT;
    }

    private static long[] addends() {
        long[] addends = new long[TimeWeight.DISTANT + 1];
        for (int days = 0; days < addends.length; days++) {
            addends[days] = 1L << SHIFT | TimeWeight.of(0, days);
        }
        return addends;
    }
}
