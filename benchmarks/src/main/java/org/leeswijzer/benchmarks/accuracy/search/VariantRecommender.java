package org.leeswijzer.benchmarks.accuracy.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.kinship.Kin;
import org.leeswijzer.engine.suggest.Seed;

/** A variant that has learned. Safe for use by many threads. */
final class VariantRecommender implements Recommender {
    private static final int KEPT = 100;

    private final Variant variant;
    private final PairCounts counts;
    private final CatalogueKinship kinship;
    private final List<List<Weighed>> rows = new ArrayList<>();

    private record Weighed(int title, double kept, double weight) {
        static final Comparator<Weighed> BEST_FIRST =
                Comparator.comparingDouble(Weighed::kept)
                        .reversed()
                        .thenComparingInt(Weighed::title);
    }

    VariantRecommender(
            Variant variant, PairCounts counts, CatalogueKinship kinship, int minBorrowers) {
        this.variant = variant;
        this.counts = counts;
        this.kinship = kinship;
        for (int title = 0; title < counts.titles(); title++) {
            rows.add(row(title, minBorrowers));
        }
    }

    private List<Weighed> row(int title, int minBorrowers) {
        List<Weighed> row = new ArrayList<>();
        double a = counts.borrowers(title);
        for (PairCounts.Pair pair : counts.of(title)) {
            double b = counts.borrowers(pair.other());
            double kept = variant.keep().of(pair, a, b, counts.patrons());
            if (pair.both() >= minBorrowers && kept > 0) {
                double weight = variant.weigh().of(pair, a, b, counts.patrons());
                row.add(new Weighed(pair.other(), kept, weight));
            }
        }
        row.sort(Weighed.BEST_FIRST);
        return List.copyOf(row.subList(0, Math.min(KEPT, row.size())));
    }

    @Override
    public List<Integer> recommend(List<Seed> history, int limit) {
        double[] scores = new double[counts.titles()];
        Set<Integer> seen = new HashSet<>();
        int newest = history.get(history.size() - 1).day();
        for (Seed seed : history) {
            seen.add(seed.title());
            hear(seed.title(), weight(seed, newest), scores);
        }
        return IntStream.range(0, scores.length)
                .filter(title -> scores[title] > 0 && !seen.contains(title))
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(title -> -scores[title])
                                .thenComparingInt(title -> title))
                .limit(limit)
                .toList();
    }

    private double weight(Seed seed, int newest) {
        double recency = Math.exp((seed.day() - newest) / variant.recencyDays());
        return Double.isInfinite(variant.seedPrior())
                ? recency
                : recency / (counts.borrowers(seed.title()) + variant.seedPrior());
    }

    private void hear(int seed, double weight, double[] scores) {
        double sum = 0;
        for (Weighed neighbour : rows.get(seed)) {
            scores[neighbour.title()] += weight * neighbour.weight();
            sum += neighbour.weight();
        }
        if (variant.secondOrder() > 0) {
            for (Weighed neighbour : rows.get(seed)) {
                double share = weight * variant.secondOrder() * neighbour.weight() / sum;
                rows.get(neighbour.title())
                        .forEach(second -> scores[second.title()] += share * second.weight());
            }
        }
        for (Kin kin : kinship.of(seed)) {
            scores[kin.title()] += weight * variant.kinshipWeight() * kin.score();
        }
    }
}
