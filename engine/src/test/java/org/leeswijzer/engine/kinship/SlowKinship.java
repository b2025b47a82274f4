package org.leeswijzer.engine.kinship;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.leeswijzer.engine.catalogue.Catalogue;

/** Kinship as its definition reads: every title against every other, everything sorted. */
final class SlowKinship {
    private final Catalogue catalogue;
    private final Map<String, Long> counts = new HashMap<>();
    private final long described;

    SlowKinship(Catalogue catalogue) {
        this.catalogue = catalogue;
        described =
                IntStream.range(0, catalogue.size())
                        .filter(title -> !features(title).isEmpty())
                        .count();
        IntStream.range(0, catalogue.size())
                .forEach(
                        title ->
                                features(title)
                                        .forEach(feature -> counts.merge(feature, 1L, Long::sum)));
    }

    List<Kin> of(int seed) {
        return IntStream.range(0, catalogue.size())
                .filter(title -> title != seed)
                .mapToObj(title -> new Kin(title, cosine(seed, title)))
                .filter(kin -> kin.score() > 0)
                .sorted(Kin.BEST_FIRST)
                .limit(100)
                .toList();
    }

    private float cosine(int a, int b) {
        long product =
                features(a).stream().filter(features(b)::contains).mapToLong(this::square).sum();
        return product == 0 ? 0 : (float) Math.min(1, product / (length(a) * length(b)));
    }

    private double length(int title) {
        return Math.sqrt((double) features(title).stream().mapToLong(this::square).sum());
    }

    private long square(String feature) {
        double weight =
                switch (feature.charAt(0)) {
                    case 'a', 'r' -> 2;
                    case 's', 't' -> 1;
                    case 'w' -> 0.5;
                    default -> throw new IllegalArgumentException(feature);
                };
        double rarity = StrictMath.log(1 + (double) described / counts.get(feature));
        long whole = Math.round(weight * rarity * 65536);
        return whole * whole;
    }

    private Set<String> features(int title) {
        return catalogue.title(title).description().map(Features::of).orElse(Set.of());
    }
}
