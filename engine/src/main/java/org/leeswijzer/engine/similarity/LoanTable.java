package org.leeswijzer.engine.similarity;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The loans of one scope, by patron and by title, in arrays: who borrowed what, and on which day last. Immutable.
 *
 * <p>Every patron counts once per title. Patron numbers are dense within the table; title numbers are the catalogue's.
 */
public final class LoanTable implements Marginals {
    /** Of a longer history the most recent titles count. */
    public static final int LONGEST_HISTORY = 500;

    /*
     * Compressed sparse rows, both ways round. Loans of patron p: loans[i] for i from patronStart[p] to before
     * patronStart[p + 1], the best known title first: the one with most borrowers, of equal ones that with the lowest
     * number. Loans of title t: for i from titleStart[t] to before titleStart[t + 1] the day, and where the borrower's
     * history begins and where this very loan stands in it.
     */
    private final int[] patronStart;
    private final long[] loans;
    private final int[] titleStart;
    private final int[] titleDays;
    private final int[] historyStart;
    private final int[] place;

    private LoanTable(int[] patronStart, int[] givenTitles, int[] givenDays, int titleCount) {
        this.patronStart = patronStart;
        titleStart = starts(givenTitles, titleCount);
        titleDays = new int[givenTitles.length];
        int[] patronOf = new int[givenTitles.length];
        int[] next = titleStart.clone();
        for (int patron = 0; patron < patrons(); patron++) {
            for (int i = patronStart[patron]; i < patronStart[patron + 1]; i++) {
                int at = next[givenTitles[i]]++;
                patronOf[at] = patron;
                titleDays[at] = givenDays[i];
            }
        }
        // Title by title in the order wanted, so every history comes out in that order.
        loans = new long[givenTitles.length];
        place = new int[givenTitles.length];
        int[] end = patronStart.clone();
        for (int title : bestKnownFirst()) {
            for (int i = titleStart[title]; i < titleStart[title + 1]; i++) {
                int at = end[patronOf[i]]++;
                loans[at] = TitleDay.of(title, titleDays[i]);
                place[i] = at;
            }
        }
        historyStart = patronOf;
        Arrays.setAll(historyStart, i -> patronStart[patronOf[i]]);
    }

    private static int[] starts(int[] values, int count) {
        int[] starts = new int[count + 1];
        for (int value : values) {
            starts[value + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private int[] bestKnownFirst() {
        long[] keys = new long[titles()];
        Arrays.setAll(keys, title -> (long) ~borrowers(title) << 32 | title);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** How many titles there are, borrowed or not. */
    public int titles() {
        return titleStart.length - 1;
    }

    /** How many pairs of patron and title there are. */
    public int loans() {
        return loans.length;
    }

    @Override
    public int patrons() {
        return patronStart.length - 1;
    }

    @Override
    public int borrowers(int title) {
        return titleStart[title + 1] - titleStart[title];
    }

    /**
     * How many pairs of titles patrons have, in either order: the sum over patrons of n (n - 1). It is what multiplying the
     * table with itself adds up beside the diagonal; a training adds up half of it, as it counts a pair for both orders.
     */
    public long pairUpdates() {
        long updates = 0;
        for (int patron = 0; patron < patrons(); patron++) {
            int titlesOfPatron = patronStart[patron + 1] - patronStart[patron];
            updates += (long) titlesOfPatron * (titlesOfPatron - 1);
        }
        return updates;
    }

    /** How many of them are dealt with at the title, which is counted with better known ones, for both orders. */
    public long pairUpdates(int title) {
        long updates = 0;
        for (int i = titleStart[title]; i < titleStart[title + 1]; i++) {
            updates += 2L * (place[i] - historyStart[i]);
        }
        return updates;
    }

    /** Is shown a title and a day. */
    @FunctionalInterface
    public interface LoanVisitor {
        void loan(int title, int day);
    }

    /** Shows every title of a patron, in no particular order. */
    public void forEach(int patron, LoanVisitor visitor) {
        for (int i = patronStart[patron]; i < patronStart[patron + 1]; i++) {
            visitor.loan(TitleDay.title(loans[i]), TitleDay.day(loans[i]));
        }
    }

    /*
     * Histories lie all over memory, and the processor cannot see from the end of one where the next begins: it would wait
     * for each in turn. So a few dozen are glanced at first, which has them all fetched at once.
     */
    private static final int AHEAD = 64;

    /** Adds the better known titles of everyone who borrowed the title. */
    void countBetterKnown(int title, CoCounts counts) {
        int end = titleStart[title + 1];
        for (int from = titleStart[title]; from < end; from += AHEAD) {
            int to = Math.min(from + AHEAD, end);
            long glance = 0;
            for (int i = from; i < to; i++) {
                glance += loans[historyStart[i]];
            }
            counts.glancedAt(glance);
            for (int i = from; i < to; i++) {
                counts.addAll(loans, historyStart[i], place[i], titleDays[i]);
            }
        }
    }

    /** Puts a table together, patron by patron. */
    public static final class Builder {
        private final IntArrayList patronStart = new IntArrayList(new int[] {0});
        private final IntArrayList titles = new IntArrayList();
        private final IntArrayList days = new IntArrayList();

        /** Adds a title of the patron at hand; each title once, no more than {@link #LONGEST_HISTORY}. */
        public Builder loan(int title, int day) {
            titles.add(title);
            days.add(day);
            return this;
        }

        /** Closes the patron at hand; one without loans is no patron. */
        public Builder endOfPatron() {
            if (titles.size() > patronStart.getInt(patronStart.size() - 1)) {
                patronStart.add(titles.size());
            }
            return this;
        }

        /**
         * Makes the table.
         *
         * @param titleCount above every title number
         */
        public LoanTable build(int titleCount) {
            endOfPatron();
            return new LoanTable(
                    patronStart.toIntArray(), titles.toIntArray(), days.toIntArray(), titleCount);
        }
    }
}
