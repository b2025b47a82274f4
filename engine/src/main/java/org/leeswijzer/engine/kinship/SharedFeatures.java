package org.leeswijzer.engine.kinship;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Description;

/** The features that two titles share, the most telling first: by kind, then the rarest, then by name. */
final class SharedFeatures {
    private final List<String> features;

    SharedFeatures(FeatureTable table, int a, int b) {
        List<Integer> shared = new ArrayList<>();
        int[] first = table.features(a);
        int[] second = table.features(b);
        for (int i = 0, j = 0; i < first.length && j < second.length; ) {
            if (first[i] == second[j]) {
                shared.add(first[i]);
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        features =
                shared.stream()
                        .sorted(
                                Comparator.<Integer, FeatureKind>comparing(
                                                feature -> FeatureKind.of(table.name(feature)))
                                        .thenComparing(table::count)
                                        .thenComparing(table::name))
                        .map(table::name)
                        .toList();
    }

    /** The first of them, as the second title's description writes it; all words of the kind where it is a word. */
    Optional<Shared> mostTelling(@Nullable Description description) {
        if (features.isEmpty() || description == null) {
            return Optional.empty();
        }
        String first = features.get(0);
        FeatureKind kind = FeatureKind.of(first);
        return Optional.of(
                new Shared(
                        kind.shared(),
                        kind.shared() == Shared.Kind.WORDS
                                ? words(kind)
                                : Features.written(description, first)));
    }

    private String words(FeatureKind kind) {
        return features.stream()
                .filter(feature -> FeatureKind.of(feature) == kind)
                .map(FeatureKind::text)
                .collect(Collectors.joining(", "));
    }
}
