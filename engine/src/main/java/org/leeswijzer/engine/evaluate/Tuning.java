package org.leeswijzer.engine.evaluate;

import java.util.List;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.suggest.Blend;

/** Chooses the blend that did best on loans which the model was not made of. */
public final class Tuning {
    /** What a cosine of 1 may be worth, in units of log-likelihood ratio. */
    private static final List<Double> KINSHIP_WEIGHTS = List.of(1.0, 4.0, 16.0, 64.0, 256.0);

    /** More patrons would tell the weights apart no better, and a retrain should not wait for them. */
    private static final int MOST_JUDGED = 1000;

    private static final long SEED = 20;

    private Tuning() {}

    /**
     * Tries a few kinship weights on a split of the loans; of equals the lowest wins.
     *
     * @param loans all that may be learned from: a part of it is held out here, and nothing else is looked at
     */
    public static Blend tune(
            Catalogue catalogue, Kinship kinship, LoanSet loans, int minBorrowers, int threads) {
        Split split = Split.sample(loans, MOST_JUDGED, SEED);
        if (split.heldOut().isEmpty()) {
            return Blend.DEFAULT;
        }
        Evaluation evaluation = new Evaluation(catalogue, kinship, split, minBorrowers, threads);
        Blend best = Blend.DEFAULT;
        double bestNdcg = 0;
        for (double weight : KINSHIP_WEIGHTS) {
            Blend blend = new Blend(weight, Blend.DEFAULT.recencyDays());
            double ndcg = evaluation.judge(blend).score().ndcg();
            if (ndcg > bestNdcg) {
                bestNdcg = ndcg;
                best = blend;
            }
        }
        return best;
    }
}
