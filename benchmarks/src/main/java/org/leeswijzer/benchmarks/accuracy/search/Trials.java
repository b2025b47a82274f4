package org.leeswijzer.benchmarks.accuracy.search;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Judgement;

/** Tries variants on folds, and counts no more often than a day weight changes. For one thread. */
final class Trials {
    private final Catalogue catalogue;
    private final int threads;
    private final Map<CatalogueKinship.Options, CatalogueKinship> kinships = new HashMap<>();
    private final Map<String, Counted> counted = new HashMap<>();
    private final Map<Key, Judgement> first = new HashMap<>();

    private record Counted(IntToDoubleFunction dayWeight, PairCounts counts) {}

    private record Key(String fold, int minBorrowers) {}

    Trials(Catalogue catalogue, int threads) {
        this.catalogue = catalogue;
        this.threads = threads;
    }

    /** Learns and judges; the first variant of a fold is what others are compared with. */
    VariantLine.OfFold run(Variant variant, Fold fold, int minBorrowers) {
        CatalogueKinship kinship =
                kinships.computeIfAbsent(
                        variant.kinship(), options -> CatalogueKinship.of(catalogue, options));
        VariantRecommender recommender =
                new VariantRecommender(variant, counts(variant, fold), kinship, minBorrowers);
        Judgement judgement = fold.judge(recommender, threads);
        Judgement before =
                first.computeIfAbsent(new Key(fold.name(), minBorrowers), key -> judgement);
        return new VariantLine.OfFold(
                fold.name(), judgement.score().ndcg(), judgement.above(before, Bootstrap.DEFAULT));
    }

    private PairCounts counts(Variant variant, Fold fold) {
        Counted known = counted.get(fold.name());
        if (known == null || known.dayWeight() != variant.dayWeight()) {
            known =
                    new Counted(
                            variant.dayWeight(),
                            PairCounts.of(
                                    fold.split().training(), fold.titles(), variant.dayWeight()));
            counted.put(fold.name(), known);
        }
        return known.counts();
    }
}
