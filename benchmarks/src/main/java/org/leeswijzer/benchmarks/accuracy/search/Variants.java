package org.leeswijzer.benchmarks.accuracy.search;

import static org.leeswijzer.benchmarks.accuracy.search.Variant.DELIVERED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** All that is tried; each differs from what is delivered in one aspect. */
final class Variants {
    private Variants() {}

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        all.add(DELIVERED);
        sums(all);
        normalisation(all);
        days(all);
        direction(all);
        kinship(all);
        return List.copyOf(all);
    }

    /* What the neighbours of the seeds are added up by, when all seeds count alike. */
    private static void sums(List<Variant> all) {
        for (double weight : new double[] {1, 4, 16, 64}) {
            all.add(
                    DELIVERED
                            .keeping(Scorer.LOG_LIKELIHOOD)
                            .weighing(Scorer.LOG_LIKELIHOOD)
                            .withSeedPrior(Double.POSITIVE_INFINITY)
                            .withKinshipWeight(weight)
                            .called("sum of", "ratios, kinship " + weight));
        }
        Scorer root = (pair, a, b, n) -> Math.sqrt(Scorer.LOG_LIKELIHOOD.of(pair, a, b, n));
        for (double weight : new double[] {1, 2, 4, 8}) {
            all.add(
                    DELIVERED
                            .keeping(Scorer.LOG_LIKELIHOOD)
                            .weighing(root)
                            .withSeedPrior(Double.POSITIVE_INFINITY)
                            .withKinshipWeight(weight)
                            .called("sum of", "root ratios, kinship " + weight));
        }
        for (double doubt : new double[] {3, 10}) {
            all.add(
                    DELIVERED
                            .weighing(
                                    (pair, a, b, n) ->
                                            Scorer.LOG_LIKELIHOOD.of(pair, a, b, n)
                                                    * pair.both()
                                                    / (pair.both() + doubt))
                            .withSeedPrior(Double.POSITIVE_INFINITY)
                            .withKinshipWeight(16)
                            .called("sum of", "ratios, shrunk by " + doubt + ", kinship 16"));
        }
        kept(all);
    }

    /* By what the hundred neighbours of a title are chosen. */
    private static void kept(List<Variant> all) {
        all.add(DELIVERED.keeping(Scorer.LOG_LIKELIHOOD).called("kept by", "ratio"));
        all.add(
                DELIVERED
                        .keeping(Scorer.damped(0.3, 10))
                        .called("kept by", "weight, above chance or not"));
        for (double power : new double[] {0, 0.5}) {
            all.add(
                    DELIVERED
                            .keeping(Scorer.damped(power, 10).aboveChance())
                            .called("kept by", "weight, penalty " + power));
        }
        all.add(
                DELIVERED
                        .keeping((pair, a, b, n) -> Scorer.ratio(pair.both(), a, b, n))
                        .called("kept by", "ratio of patrons, not weighed by days"));
    }

    private static void normalisation(List<Variant> all) {
        for (double power : new double[] {0, 0.1, 0.2, 0.4, 0.5, 0.7, 1}) {
            all.add(
                    DELIVERED
                            .weighing(Scorer.damped(power, 10))
                            .withKinshipWeight(0.9 * Math.pow(15, 0.3 - power))
                            .called("popularity penalty", "" + power));
        }
        for (double prior : new double[] {1, 3, 30, 100, Double.POSITIVE_INFINITY}) {
            all.add(DELIVERED.withSeedPrior(prior).called("seed prior", "" + prior));
        }
        for (double share : new double[] {0.1, 0.3}) {
            all.add(
                    DELIVERED
                            .withSecondOrder(share)
                            .called("neighbours of neighbours", "" + share));
        }
    }

    private static void days(List<Variant> all) {
        for (double floor : new double[] {0, 0.2, 0.4, 1}) {
            for (double days : new double[] {30, 90, 180, 365}) {
                all.add(
                        DELIVERED
                                .withDayWeight(Variant.decay(floor, days))
                                .called("day weight", floor + " and " + days + " days"));
            }
        }
        for (double days : new double[] {7, 15, 60, 120, 365}) {
            all.add(DELIVERED.withRecency(days).called("recency", days + " days"));
        }
    }

    private static void direction(List<Variant> all) {
        for (double before : new double[] {0.7, 0.5, 0.3}) {
            IntToDoubleFunction decay = Variant.decay(0.2, 90);
            all.add(
                    DELIVERED
                            .withDayWeight(
                                    apart -> decay.applyAsDouble(apart) * (apart < 0 ? before : 1))
                            .called("sequence", "borrowed before counts " + before));
            all.add(
                    DELIVERED
                            .weighing(
                                    (pair, a, b, n) ->
                                            Scorer.damped(0.3, 10).of(pair, a, b, n)
                                                    * (before + (1 - before) * pair.ahead()))
                            .called("sequence", "share ahead, the rest counts " + before));
        }
    }

    private static void kinship(List<Variant> all) {
        for (double weight : new double[] {0, 0.1, 0.3, 0.5, 1.6, 2.7, 8}) {
            all.add(DELIVERED.withKinshipWeight(weight).called("kinship weight", "" + weight));
        }
        CatalogueKinship.Options options = CatalogueKinship.Options.DEFAULT;
        for (double weight : new double[] {0, 1, 3}) {
            all.add(
                    DELIVERED
                            .with(options.withAuthor(weight))
                            .called("kinship", "author " + weight));
            all.add(
                    DELIVERED
                            .with(options.withSubject(weight))
                            .called("kinship", "subject " + weight));
            all.add(
                    DELIVERED
                            .with(options.withTitleWord(weight))
                            .called("kinship", "word of the title " + weight));
        }
        for (double pivot : new double[] {0.5, 0.75}) {
            all.add(DELIVERED.with(options.withPivot(pivot)).called("kinship", "pivot " + pivot));
        }
        for (CatalogueKinship.Words words : CatalogueKinship.Words.values()) {
            if (words != CatalogueKinship.Words.WHOLE) {
                all.add(DELIVERED.with(options.with(words)).called("kinship", "words " + words));
            }
        }
    }
}
