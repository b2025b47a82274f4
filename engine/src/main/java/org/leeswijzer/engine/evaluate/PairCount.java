package org.leeswijzer.engine.evaluate;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
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

    /** The same share for 1, 2 and so on up to the most. */
    List<Double> belowEach(int most) {
        AtomicLongArray sharedBy = new AtomicLongArray(most + 1);
        Workers.share(
                patronsOf.length,
                threads,
                () ->
                        title ->
                                shared(title)
                                        .values()
                                        .forEach(
                                                (int n) ->
                                                        sharedBy.incrementAndGet(
                                                                Math.min(n, most))));
        long all = 0;
        for (int n = 0; n <= most; n++) {
            all += sharedBy.get(n);
        }
        List<Double> shares = new ArrayList<>();
        long below = 0;
        for (int floor = 1; floor <= most; floor++) {
            below += sharedBy.get(floor - 1);
            shares.add((double) below / Math.max(1, all));
        }
        return shares;
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
