package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** Gathers loans in any order; of one day they stay in the order given. */
    public static final class Builder {
        private final Map<String, List<Seed>> byPatron = new LinkedHashMap<>();

        /** Adds a loan; the patron is any name that tells them from others within this set. */
        public Builder loan(String patron, int title, int day) {
            byPatron.computeIfAbsent(patron, name -> new ArrayList<>()).add(new Seed(title, day));
            return this;
        }

        /** Makes the set. */
        public LoanSet build() {
            return new LoanSet(byPatron.values().stream().map(Builder::firstOfEach).toList());
        }

        private static List<Seed> firstOfEach(List<Seed> loans) {
            IntSet seen = new IntOpenHashSet();
            return loans.stream()
                    .sorted(Comparator.comparingInt(Seed::day))
                    .filter(loan -> seen.add(loan.title()))
                    .toList();
        }
    }
}
