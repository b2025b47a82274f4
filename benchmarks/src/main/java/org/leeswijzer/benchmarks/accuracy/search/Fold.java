package org.leeswijzer.benchmarks.accuracy.search;

import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.evaluate.Judge;
import org.leeswijzer.engine.evaluate.Judgement;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.evaluate.Score;
import org.leeswijzer.engine.evaluate.Split;

/**
 * One way to learn from some loans and ask for others.
 *
 * @param name which
 * @param titles above every title number
 */
record Fold(String name, Split split, int titles) {
    private static final int LAST_FIFTHS = 3;
    private static final double BEFORE_CUT = 0.8;

    /*
     * What the test holds out is taken off first and not looked at. Of the rest the last fifth of every patron is held out,
     * of what that leaves the last fifth again, and so on; and once everything from one day on, as a library stands there
     * on a morning.
     */

    /** Several folds of what a model may learn from. */
    static List<Fold> of(LoanSet loans, int titles) {
        LoanSet training = Split.of(loans).training();
        List<Fold> folds = new ArrayList<>();
        LoanSet left = training;
        for (int fold = 1; fold <= LAST_FIFTHS; fold++) {
            Split split = Split.of(left);
            folds.add(new Fold("last fifth " + fold, split, titles));
            left = split.training();
        }
        folds.add(
                new Fold(
                        "from one day on", Split.at(training, training.dayAt(BEFORE_CUT)), titles));
        return folds;
    }

    /** How well the recommender foretells what is held out. */
    Judgement judge(Recommender recommender, int threads) {
        return new Judge(split.training(), split.cases(), titles, Score.DEPTH, threads)
                .judge(recommender);
    }
}
