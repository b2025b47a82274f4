package org.leeswijzer.engine.popular;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.mahout.math.stats.LogLikelihood;

/** How many patrons borrowed each title last within a period, and within as many days before it. For one thread. */
final class Counts {
    /*
     * What rises is what has a larger share of the loans than it had, by the signed root of Dunning's log-likelihood ratio
     * (Computational Linguistics 19.1, 1993) on
     *
     *                  this title      all titles that enough borrowed
     *   this period        a                    sum of a
     *   before it          b                    sum of b
     *
     * Below minBorrowers nobody is to see how few they are: then b is minBorrowers, and titles with too low an a are in
     * neither sum.
     */
    private final int first;
    private final int firstBefore;
    private final Int2IntMap within = new Int2IntOpenHashMap();
    private final Int2IntMap before = new Int2IntOpenHashMap();

    /** @param today the last day, since 1970-01-01; loans of later ones, made east of here, are of the period too */
    Counts(Period period, int today) {
        first = today - period.days() + 1;
        firstBefore = first - period.days();
    }

    void add(int title, int day) {
        if (day >= first) {
            within.merge(title, 1, Integer::sum);
        } else if (day >= firstBefore) {
            before.merge(title, 1, Integer::sum);
        }
    }

    /** Those with most borrowers within the period. */
    List<Popular> mostBorrowed(int minBorrowers, int most) {
        return best(entry -> entry.getIntValue(), minBorrowers, most);
    }

    /** Those whose share has grown, what has grown most surely first. */
    List<Popular> rising(int minBorrowers, int most) {
        long all = 0;
        long allBefore = 0;
        for (Int2IntMap.Entry entry : within.int2IntEntrySet()) {
            if (entry.getIntValue() >= minBorrowers) {
                all += entry.getIntValue();
                allBefore += before(entry.getIntKey(), minBorrowers);
            }
        }
        long sum = all;
        long sumBefore = allBefore;
        return best(
                entry -> {
                    long now = entry.getIntValue();
                    long then = before(entry.getIntKey(), minBorrowers);
                    // Whole numbers: an equal share is not a larger one by a rounding.
                    return now * sumBefore > then * sum
                            ? LogLikelihood.rootLogLikelihoodRatio(
                                    now, then, sum - now, sumBefore - then)
                            : 0;
                },
                minBorrowers,
                most);
    }

    private long before(int title, int minBorrowers) {
        return Math.max(minBorrowers, before.get(title));
    }

    private List<Popular> best(
            ToDoubleFunction<Int2IntMap.Entry> score, int minBorrowers, int most) {
        Stream<Popular> scored =
                within.int2IntEntrySet().stream()
                        .filter(entry -> entry.getIntValue() >= minBorrowers)
                        .map(
                                entry ->
                                        new Popular(
                                                entry.getIntKey(),
                                                entry.getIntValue(),
                                                score.applyAsDouble(entry)));
        return scored.filter(each -> each.score() > 0)
                .sorted(Popular.BEST_FIRST)
                .limit(most)
                .toList();
    }
}
