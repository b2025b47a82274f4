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

    /** The set that a table holds; it knows of each title the day of the latest loan. */
    public static LoanSet of(LoanTable table) {
        List<List<Seed>> patrons = new ArrayList<>(table.patrons());
        for (int patron = 0; patron < table.patrons(); patron++) {
            List<Seed> titles = new ArrayList<>();
            table.forEach(patron, (title, day) -> titles.add(new Seed(title, day)));
            titles.sort(Comparator.comparingInt(Seed::day).thenComparingInt(Seed::title));
            patrons.add(titles);
        }
        return new LoanSet(patrons);
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
