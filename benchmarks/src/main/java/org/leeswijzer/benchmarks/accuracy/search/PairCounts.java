package org.leeswijzer.benchmarks.accuracy.search;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.suggest.Seed;

/** What every title shares with every other, counted with a time weight of choice. Immutable. */
final class PairCounts {
    private final List<Shared> rows;
    private final int[] borrowers;
    private final int patrons;

    /**
     * A pair of titles, seen from one of them.
     *
     * @param other the other title
     * @param both patrons who borrowed both
     * @param overlap the same, weighed
     * @param ahead the share of them who borrowed the other one later; of one day counts half
     */
    record Pair(int other, int both, double overlap, double ahead) {}

    private record Shared(List<Pair> pairs) {}

    private PairCounts(List<Shared> rows, int[] borrowers, int patrons) {
        this.rows = rows;
        this.borrowers = borrowers;
        this.patrons = patrons;
    }

    /** @param weight of a patron, by the days from the loan of the one title to that of the other; negative if it came before */
    static PairCounts of(LoanSet loans, int titles, IntToDoubleFunction weight) {
        List<List<Seed>> histories = new ArrayList<>();
        for (List<Seed> patron : loans.patrons()) {
            histories.add(
                    patron.subList(
                            Math.max(0, patron.size() - LoanTable.LONGEST_HISTORY), patron.size()));
        }
        List<List<int[]>> loansOf = new ArrayList<>();
        for (int title = 0; title < titles; title++) {
            loansOf.add(new ArrayList<>());
        }
        int[] borrowers = new int[titles];
        for (int patron = 0; patron < histories.size(); patron++) {
            for (Seed loan : histories.get(patron)) {
                loansOf.get(loan.title()).add(new int[] {patron, loan.day()});
                borrowers[loan.title()]++;
            }
        }
        Row row = new Row(titles);
        List<Shared> rows = new ArrayList<>();
        for (int title = 0; title < titles; title++) {
            for (int[] loan : loansOf.get(title)) {
                for (Seed other : histories.get(loan[0])) {
                    if (other.title() != title) {
                        row.add(other.title(), other.day() - loan[1], weight);
                    }
                }
            }
            rows.add(new Shared(row.take()));
        }
        return new PairCounts(rows, borrowers, histories.size());
    }

    /** Counts of one title after the other. */
    private static final class Row {
        private final int[] both;
        private final double[] overlap;
        private final double[] ahead;
        private final IntArrayList touched = new IntArrayList();

        Row(int titles) {
            both = new int[titles];
            overlap = new double[titles];
            ahead = new double[titles];
        }

        void add(int other, int days, IntToDoubleFunction weight) {
            if (both[other]++ == 0) {
                touched.add(other);
            }
            overlap[other] += weight.applyAsDouble(days);
            ahead[other] += days > 0 ? 1 : days == 0 ? 0.5 : 0;
        }

        List<Pair> take() {
            List<Pair> pairs = new ArrayList<>();
            for (int other : touched) {
                pairs.add(new Pair(other, both[other], overlap[other], ahead[other] / both[other]));
                both[other] = 0;
                overlap[other] = 0;
                ahead[other] = 0;
            }
            touched.clear();
            return pairs;
        }
    }

    List<Pair> of(int title) {
        return rows.get(title).pairs();
    }

    int borrowers(int title) {
        return borrowers[title];
    }

    int patrons() {
        return patrons;
    }

    int titles() {
        return borrowers.length;
    }
}
