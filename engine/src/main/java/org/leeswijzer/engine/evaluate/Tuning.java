package org.leeswijzer.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.suggest.Blend;

/** Chooses the blend that did best on loans which the model was not made of. For one thread; use one once. */
public final class Tuning {
    /*
     * From the default blend one number after the other is moved along a few values, and kinship's weight, which matters
     * most, once more at the end. A move must gain more than one standard error, case by case (the rule of Breiman et al.,
     * Classification and Regression Trees, 1984): a small library's few cases would otherwise choose by chance. So many
     * trials and no more, whatever the clock says: the same loans always give the same blend.
     */
    private static final List<Double> KINSHIP_WEIGHTS = List.of(0.1, 0.3, 0.9, 2.7, 8.0, 24.0);
    private static final List<Double> RECENCIES = List.of(7.0, 15.0, 30.0, 60.0, 120.0, 365.0);
    private static final List<Double> PENALTIES = List.of(0.1, 0.3, 0.5);

    /** More patrons would tell the weights apart no better, and a retrain should not wait for them. */
    private static final int MOST_JUDGED = 1000;

    /**
     * Fewer patrons choose nothing. They would choose by chance, and what pairs of titles too few of them share, which no row
     * shows, would show in how all rows are weighed.
     */
    private static final int LEAST_JUDGED = 100;

    private static final long SEED = 20;

    private final Evaluation evaluation;
    private final Map<Blend, Judgement> tried = new LinkedHashMap<>();

    private Tuning(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Tries some blends on a split of the loans; of too few patrons' the default is the answer.
     *
     * @param loans all that may be learned from: a part of it is held out here, and nothing else is looked at
     */
    public static Blend tune(
            Catalogue catalogue, Kinship kinship, LoanSet loans, int minBorrowers, int threads) {
        Split split = Split.sample(loans, MOST_JUDGED, SEED);
        if (split.heldOut().size() < LEAST_JUDGED) {
            return Blend.DEFAULT;
        }
        return new Tuning(new Evaluation(catalogue, kinship, split, minBorrowers, threads)).best();
    }

    private Blend best() {
        Blend blend = move(Blend.DEFAULT, KINSHIP_WEIGHTS, Tuning::withKinshipWeight);
        blend = move(blend, RECENCIES, Tuning::withRecency);
        blend = move(blend, PENALTIES, Tuning::withPenalty);
        return move(blend, KINSHIP_WEIGHTS, Tuning::withKinshipWeight);
    }

    private static Blend withKinshipWeight(Blend blend, double weight) {
        return new Blend(weight, blend.recencyDays(), blend.popularityPenalty());
    }

    private static Blend withRecency(Blend blend, double days) {
        return new Blend(blend.kinshipWeight(), days, blend.popularityPenalty());
    }

    private static Blend withPenalty(Blend blend, double penalty) {
        return new Blend(blend.kinshipWeight(), blend.recencyDays(), penalty);
    }

    /** Of the values that gain more than noise over the blend, that which gains most; of equals the first. */
    private Blend move(Blend from, List<Double> values, BiFunction<Blend, Double, Blend> with) {
        Blend best = from;
        double most = 0;
        for (double value : values) {
            Blend to = with.apply(from, value);
            double gain = gain(from, to);
            if (gain > most) {
                most = gain;
                best = to;
            }
        }
        return best;
    }

    /** What the mean nDCG gains; 0 if that is within a standard error. */
    private double gain(Blend from, Blend to) {
        List<Score> before = judge(from).scores();
        List<Score> after = judge(to).scores();
        int cases = before.size();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < cases; i++) {
            double difference = after.get(i).ndcg() - before.get(i).ndcg();
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / cases;
        double error = Math.sqrt(Math.max(0, squares / cases - mean * mean) / cases);
        return mean > error ? mean : 0;
    }

    private Judgement judge(Blend blend) {
        return tried.computeIfAbsent(blend, evaluation::judge);
    }
}
