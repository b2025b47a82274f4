package org.leeswijzer.engine.model;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Evaluation;
import org.leeswijzer.engine.evaluate.Judgement;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.engine.evaluate.Split;
import org.leeswijzer.engine.evaluate.Tuning;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.suggest.Blend;

/** Chooses the blend of a new version and judges it beside the one that serves: all that a retrain asks of evaluation. */
public final class Appraisal {
    /** More patrons would narrow the intervals a little, and a retrain should not wait for them. */
    private static final int MOST_JUDGED = 1000;

    private static final long SEED = 3;

    private final Catalogue catalogue;
    private final Kinship kinship;
    private final int minBorrowers;
    private final int threads;

    public Appraisal(Catalogue catalogue, Kinship kinship, int minBorrowers, int threads) {
        this.catalogue = catalogue;
        this.kinship = kinship;
        this.minBorrowers = minBorrowers;
        this.threads = threads;
    }

    /**
     * What came of it.
     *
     * @param blend the best that was found
     * @param judged how good that is; null if nothing could be held out
     */
    record Result(Blend blend, @Nullable Judged judged) {}

    /*
     * The patrons' latest loans are laid aside first, and what is tuned never sees them: or a blend would be judged by
     * what it was chosen for, and could only win. Rows for this are made of the loans that are left, alike for both
     * blends; the rows of the version that serves have seen what is asked for and would know too much.
     */

    /** @param serving the blend to compare with; null if there is none */
    Result run(LoanTable loans, @Nullable Blend serving, Progress progress) {
        progress.at("tuning", 0, 0);
        Split split = Split.sample(LoanSet.of(loans), MOST_JUDGED, SEED);
        if (split.heldOut().isEmpty()) {
            return new Result(Blend.DEFAULT, null);
        }
        Blend blend = Tuning.tune(catalogue, kinship, split.training(), minBorrowers, threads);
        progress.at("judging", 0, 0);
        Evaluation evaluation = new Evaluation(catalogue, kinship, split, minBorrowers, threads);
        Judgement judgement = evaluation.judge(blend);
        Measures measures = judgement.measures(Bootstrap.DEFAULT);
        Measure above =
                serving == null
                        ? null
                        : judgement.above(evaluation.judge(serving), Bootstrap.DEFAULT);
        return new Result(blend, new Judged(measures.cases(), figures(measures), above));
    }

    private static SortedMap<String, Measure> figures(Measures measures) {
        SortedMap<String, Measure> figures = new TreeMap<>();
        figures.put("ndcg", measures.ndcg());
        figures.put("recall", measures.recall());
        figures.put("hitRate", measures.hitRate());
        figures.put("mrr", measures.mrr());
        figures.put("coverage", measures.coverage());
        figures.put("gini", measures.gini());
        figures.put("novelty", measures.novelty());
        return figures;
    }
}
