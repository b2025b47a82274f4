package org.leeswijzer.engine.kinship;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.leeswijzer.engine.catalogue.Description;

/** What a description says that another title's may say too. */
final class Features {
    private Features() {}

    /** Each once, however often the description says it. */
    static Set<String> of(Description description) {
        Set<String> features = new LinkedHashSet<>();
        add(features, FeatureKind.AUTHOR, description.authors(), Names::author);
        add(features, FeatureKind.SERIES, description.series(), Words::joined);
        add(features, FeatureKind.SUBJECT, description.subjects(), Words::joined);
        for (String subject : description.subjects()) {
            add(features, FeatureKind.SUBJECT_WORD, Words.telling(subject), word -> word);
        }
        add(features, FeatureKind.TITLE_WORD, Words.telling(description.title()), word -> word);
        return features;
    }

    /** How the description itself writes a feature that is a name or a heading; the feature's text if it no longer does. */
    static String written(Description description, String feature) {
        return switch (FeatureKind.of(feature)) {
            case AUTHOR -> written(description.authors(), feature, Names::author);
            case SERIES -> written(description.series(), feature, Words::joined);
            case SUBJECT -> written(description.subjects(), feature, Words::joined);
            case TITLE_WORD, SUBJECT_WORD -> FeatureKind.text(feature);
        };
    }

    private static String written(
            List<String> texts, String feature, UnaryOperator<String> normal) {
        String wanted = FeatureKind.text(feature);
        return texts.stream()
                .filter(text -> normal.apply(text).equals(wanted))
                .findFirst()
                .orElse(wanted);
    }

    private static void add(
            Set<String> features,
            FeatureKind kind,
            List<String> texts,
            UnaryOperator<String> normal) {
        for (String text : texts) {
            String same = normal.apply(text);
            if (!same.isEmpty()) {
                features.add(kind.feature(same));
            }
        }
    }
}
