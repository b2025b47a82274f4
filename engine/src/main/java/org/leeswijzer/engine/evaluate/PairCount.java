package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Arrays;
import java.util.List;
import org.leeswijzer.engine.similarity.Workers;
import org.leeswijzer.engine.suggest.Seed;

/** How many titles each title shares a patron with, and how few patrons some of them share. */
final class PairCount {
    private final LoanSet loans;
    private final IntArrayList[] patronsOf;
    private final int threads;

    PairCount(LoanSet loans, int titles, int threads) {
        this.loans = loans;
        this.threads = threads;
        patronsOf = new IntArrayList[titles];
        Arrays.setAll(patronsOf, title -> new IntArrayList());
        for (int patron = 0; patron < loans.patrons().size(); patron++) {
            for (Seed loan : loans.patrons().get(patron)) {
                patronsOf[loan.title()].add(patron);
            }
        }
    }

    /** Of the pairs of titles that some patron borrowed both of, the share with fewer than so many such patrons. */
    Measure below(int minBorrowers, Bootstrap bootstrap) {
        double[] below = new double[patronsOf.length];
        double[] all = new double[patronsOf.length];
        Workers.share(
                patronsOf.length,
                threads,
                () ->
                        title -> {
                            Int2IntOpenHashMap both = shared(title);
                            all[title] = both.size();
                            below[title] =
                                    both.values().intStream().filter(n -> n < minBorrowers).count();
                        });
        return bootstrap.ratio(below, all);
    }

    private Int2IntOpenHashMap shared(int title) {
        Int2IntOpenHashMap both = new Int2IntOpenHashMap();
        for (IntIterator i = patronsOf[title].iterator(); i.hasNext(); ) {
            List<Seed> history = loans.patrons().get(i.nextInt());
            history.forEach(loan -> both.addTo(loan.title(), 1));
        }
        both.remove(title);
        return both;
    }
}
