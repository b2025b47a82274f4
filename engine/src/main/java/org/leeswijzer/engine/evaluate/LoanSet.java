package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.suggest.Seed;

/**
 * Loans to judge by: of each patron every title once, by the day of its <em>first</em> loan, oldest first; so renewals
 * and titles borrowed before are never hits.
 *
 * @param patrons each with at least one title
 */
public record LoanSet(List<List<Seed>> patrons) {
    public LoanSet {
        patrons = patrons.stream().map(List::copyOf).toList();
    }

    /** How many pairs of patron and title there are. */
    public int loans() {
        return patrons.stream().mapToInt(List::size).sum();
    }

    /**
     * The day before which that share of the loans lies, as nearly as whole days allow.
     *
     * @param share at least 0 and below 1
     * @throws IllegalArgumentException if there are no loans
     */
    public int dayAt(double share) {
        int[] days = patrons.stream().flatMap(List::stream).mapToInt(Seed::day).sorted().toArray();
        if (days.length == 0) {
            throw new IllegalArgumentException("loans are none: give at least one");
        }
        return days[(int) (share * days.length)];
    }

    /** The day of the latest loan; 0 without loans. */
    public int lastDay() {
        return patrons.stream().flatMap(List::stream).mapToInt(Seed::day).max().orElse(0);
    }

    /**
     * How many patrons borrowed each title.
     *
     * @param titles above every title number
     */
    public int[] borrowers(int titles) {
        int[] borrowers = new int[titles];
        patrons.forEach(patron -> patron.forEach(loan -> borrowers[loan.title()]++));
        return borrowers;
    }

    /** The loans as a training takes them: of a long history the most recent titles. */
    public LoanTable table(int titles) {
        LoanTable.Builder builder = new LoanTable.Builder();
        for (List<Seed> patron : patrons) {
            int from = Math.max(0, patron.size() - LoanTable.LONGEST_HISTORY);
            patron.subList(from, patron.size())
                    .forEach(loan -> builder.loan(loan.title(), loan.day()));
            builder.endOfPatron();
        }
        return builder.build(titles);
    }

    /**
     * The set that a table holds; it knows of each title the day of the latest loan. Patrons come in an order that their
     * loans decide: the same loans give the same set, and what is drawn from it by a seed, however they were read.
     */
    public static LoanSet of(LoanTable table) {
        List<List<Seed>> patrons = new ArrayList<>(table.patrons());
        for (int patron = 0; patron < table.patrons(); patron++) {
            List<Seed> titles = new ArrayList<>();
            table.forEach(patron, (title, day) -> titles.add(new Seed(title, day)));
            titles.sort(Comparator.comparingInt(Seed::day).thenComparingInt(Seed::title));
            patrons.add(titles);
        }
        patrons.sort(LoanSet::compare);
        return new LoanSet(patrons);
    }

    private static int compare(List<Seed> a, List<Seed> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byDay = Integer.compare(a.get(i).day(), b.get(i).day());
            int byTitle = Integer.compare(a.get(i).title(), b.get(i).title());
            if (byDay != 0 || byTitle != 0) {
                return byDay != 0 ? byDay : byTitle;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** Gathers loans in any order; of one moment they stay in the order given. Of a patron's name one copy is kept. */
    public static final class Builder {
        private static final int DAY_SECONDS = 86_400;

        private final Map<String, Integer> patrons = new HashMap<>();
        private final IntArrayList patronOf = new IntArrayList();
        private final IntArrayList titleOf = new IntArrayList();
        private final LongArrayList secondOf = new LongArrayList();

        /** Adds a loan; the patron is any name that tells them from others within this set. */
        public Builder loan(String patron, int title, int day) {
            return loanAt(patron, title, (long) day * DAY_SECONDS);
        }

        /** Adds a loan of that second, since 1970-01-01: loans of one day are ordered by it. */
        public Builder loanAt(String patron, int title, long second) {
            Integer number = patrons.putIfAbsent(patron, patrons.size());
            patronOf.add(number == null ? patrons.size() - 1 : number);
            titleOf.add(title);
            secondOf.add(second);
            return this;
        }

        /** Makes the set; patrons in the order in which they came. */
        public LoanSet build() {
            int[] ends = new int[patrons.size() + 1];
            patronOf.forEach((int patron) -> ends[patron + 1]++);
            Arrays.parallelPrefix(ends, Integer::sum);
            int[] begins = ends.clone();
            Integer[] loans = new Integer[patronOf.size()];
            for (int loan = 0; loan < loans.length; loan++) {
                loans[begins[patronOf.getInt(loan)]++] = loan;
            }
            List<List<Seed>> histories = new ArrayList<>(patrons.size());
            for (int patron = 0; patron < patrons.size(); patron++) {
                histories.add(firstOfEach(loans, ends[patron], ends[patron + 1]));
            }
            return new LoanSet(histories);
        }

        private List<Seed> firstOfEach(Integer[] loans, int from, int to) {
            Arrays.sort(loans, from, to, Comparator.comparingLong(secondOf::getLong));
            IntSet seen = new IntOpenHashSet();
            List<Seed> first = new ArrayList<>();
            for (int i = from; i < to; i++) {
                int title = titleOf.getInt(loans[i]);
                if (seen.add(title)) {
                    long day = Math.floorDiv(secondOf.getLong(loans[i]), DAY_SECONDS);
                    first.add(new Seed(title, Math.toIntExact(day)));
                }
            }
            return first;
        }
    }
}
