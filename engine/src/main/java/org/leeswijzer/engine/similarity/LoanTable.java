package org.leeswijzer.engine.similarity;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * The loans of one scope, by patron and by title, in arrays: who borrowed what, and on which day last. Immutable.
 *
 * <p>Every patron counts once per title. Patron numbers are dense within the table; title numbers are the catalogue's.
 */
public final class LoanTable implements Marginals {
    /** Of a longer history the most recent titles count. */
    public static final int LONGEST_HISTORY = 500;

    /*
     * Compressed sparse rows, both ways round. Loans of patron p: titles[i], days[i] for i from patronStart[p] to before
     * patronStart[p + 1]; loans of title t: patrons[i], titleDays[i] in the same way.
     */
    private final int[] patronStart;
    private final int[] titles;
    private final int[] days;
    private final int[] titleStart;
    private final int[] patrons;
    private final int[] titleDays;

    private LoanTable(int[] patronStart, int[] titles, int[] days, int titleCount) {
        this.patronStart = patronStart;
        this.titles = titles;
        this.days = days;
        titleStart = starts(titles, titleCount);
        patrons = new int[titles.length];
        titleDays = new int[titles.length];
        int[] next = titleStart.clone();
        for (int patron = 0; patron + 1 < patronStart.length; patron++) {
            for (int i = patronStart[patron]; i < patronStart[patron + 1]; i++) {
                int at = next[titles[i]]++;
                patrons[at] = patron;
                titleDays[at] = days[i];
            }
        }
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

    /** How many titles there are, borrowed or not. */
    public int titles() {
        return titleStart.length - 1;
    }

    /** How many pairs of patron and title there are. */
    public int loans() {
        return titles.length;
    }

    @Override
    public int patrons() {
        return patronStart.length - 1;
    }

    @Override
    public int borrowers(int title) {
        return titleStart[title + 1] - titleStart[title];
    }

    /** How many times a patron's pair of titles, in either order, is counted by a training: its work. */
    public long pairUpdates() {
        long updates = 0;
        for (int patron = 0; patron < patrons(); patron++) {
            int titlesOfPatron = patronStart[patron + 1] - patronStart[patron];
            updates += (long) titlesOfPatron * (titlesOfPatron - 1);
        }
        return updates;
    }

    /** How many of them are counted for the title. */
    public long pairUpdates(int title) {
        long updates = 0;
        for (int i = titleStart[title]; i < titleStart[title + 1]; i++) {
            updates += patronStart[patrons[i] + 1] - patronStart[patrons[i]] - 1;
        }
        return updates;
    }

    /** Is shown a title and a day. */
    @FunctionalInterface
    public interface LoanVisitor {
        void loan(int title, int day);
    }

    /** Shows every title of a patron. */
    public void forEach(int patron, LoanVisitor visitor) {
        for (int i = patronStart[patron]; i < patronStart[patron + 1]; i++) {
            visitor.loan(titles[i], days[i]);
        }
    }

    /** Adds the history of everyone who borrowed the title. */
    void count(int title, CoCounts counts) {
        for (int i = titleStart[title]; i < titleStart[title + 1]; i++) {
            int patron = patrons[i];
            counts.addAll(titles, days, patronStart[patron], patronStart[patron + 1], titleDays[i]);
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
