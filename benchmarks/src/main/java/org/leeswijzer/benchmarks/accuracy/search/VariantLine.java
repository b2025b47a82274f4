package org.leeswijzer.benchmarks.accuracy.search;

import java.util.List;
import org.leeswijzer.engine.evaluate.Measure;

/** How one variant did, with one floor. */
record VariantLine(String aspect, String variant, int minBorrowers, List<OfFold> folds) {
    VariantLine {
        folds = List.copyOf(folds);
    }

    /**
     * On one fold.
     *
     * @param above what its nDCG is above that of the first variant, case by case
     */
    record OfFold(String fold, double ndcg, Measure above) {
        /** Whether it is better or worse beyond noise, in one character. */
        char sign() {
            return above.low() > 0 ? '+' : above.high() < 0 ? '-' : ' ';
        }
    }
}
