package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.suggest.Seed;

/** Loans drawn by hand: one row of title numbers per patron, borrowed one a day from the day given. */
final class DrawnLoans {
    private final List<List<Seed>> patrons = new ArrayList<>();

    DrawnLoans patron(int firstDay, int... titles) {
        patrons.add(history(firstDay, titles));
        return this;
    }

    LoanSet build() {
        return new LoanSet(patrons);
    }

    /** A set whose patrons all begin on day 0. */
    static LoanSet of(int[]... rows) {
        DrawnLoans drawn = new DrawnLoans();
        Arrays.stream(rows).forEach(row -> drawn.patron(0, row));
        return drawn.build();
    }

    static int[] row(int... titles) {
        return titles;
    }

    static List<Seed> history(int firstDay, int... titles) {
        List<Seed> loans = new ArrayList<>();
        for (int title : titles) {
            loans.add(new Seed(title, firstDay + loans.size()));
        }
        return loans;
    }
}
