package org.leeswijzer.engine.evaluate;

/**
 * How good a recommender's lists are, each figure with its interval.
 *
 * @param cases so many lists were judged
 * @param ndcg mean of {@link Score#ndcg()}
 * @param recall mean of {@link Score#recall()}
 * @param hitRate share of the lists with a hit
 * @param mrr mean of {@link Score#mrr()}
 * @param coverage share of the titles that were suggested at all
 * @param gini how unevenly titles are suggested: 0 if all alike, near 1 if always the same few
 * @param novelty mean over all suggestions of -log2 of the share of patrons who borrowed the title: each 1 more halves it
 */
public record Measures(
        int cases,
        Measure ndcg,
        Measure recall,
        Measure hitRate,
        Measure mrr,
        Measure coverage,
        Measure gini,
        Measure novelty) {
    /** Cuts off what of an interval no list can come to: where patrons are few, it is wider than there is room. */
    public Measures {
        ndcg = ndcg.within(0, 1);
        recall = recall.within(0, 1);
        hitRate = hitRate.within(0, 1);
        mrr = mrr.within(0, 1);
        coverage = coverage.within(0, 1);
        gini = gini.within(0, 1);
        novelty = novelty.within(0, Double.POSITIVE_INFINITY);
    }
}
