package org.leeswijzer.engine.similarity;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many pairs of titles some patron borrowed both of.
 *
 * @param enough pairs that enough patrons share to be neighbours
 * @param tooFew pairs that fewer share, of which nothing is stored
 */
public record SharedPairs(long enough, long tooFew) {

    /** Counts all pairs of a table, as a retrain does, on so many threads. */
    public static SharedPairs of(LoanTable table, int minBorrowers, int threads) {
        LongAdder all = new LongAdder();
        LongAdder enough = new LongAdder();
        Workers.share(
                table.titles(),
                threads,
                () -> {
                    CoCounts counts = new CoCounts(table.titles());
                    Candidates found = new Candidates();
                    return title -> {
                        table.countBetterKnown(title, counts);
                        counts.gather(minBorrowers, found);
                        all.add(counts.titles());
                        enough.add(found.size);
                        counts.clear();
                    };
                });
        return new SharedPairs(enough.sum(), all.sum() - enough.sum());
    }
}
