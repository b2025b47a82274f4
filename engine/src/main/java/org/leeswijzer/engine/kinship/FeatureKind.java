package org.leeswijzer.engine.kinship;

/** What in a description makes titles kin, and for how much; the most telling first. */
enum FeatureKind {
    /** A name, the same for "Camus, Albert, 1913-1960" and "Albert Camus". */
    AUTHOR('a', 2, Shared.Kind.AUTHOR),
    /** A name of a series; it binds as an author does. */
    SERIES('r', 2, Shared.Kind.SERIES),
    /** A whole subject heading. */
    SUBJECT('s', 1, Shared.Kind.SUBJECT),
    TITLE_WORD('t', 1, Shared.Kind.WORDS),
    /** So that "Cooking, Dutch" and "Cooking, French" have something in common. */
    SUBJECT_WORD('w', 0.5, Shared.Kind.WORDS);

    private static final FeatureKind[] ALL = values();

    private final char prefix;
    private final double weight;
    private final Shared.Kind shared;

    FeatureKind(char prefix, double weight, Shared.Kind shared) {
        this.prefix = prefix;
        this.weight = weight;
        this.shared = shared;
    }

    /** The kind of a feature made by {@link #feature}. */
    static FeatureKind of(String feature) {
        for (FeatureKind kind : ALL) {
            if (kind.prefix == feature.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no feature is '" + feature + "'");
    }

    /** Text as a feature of this kind: a letter for the kind, then the text. */
    String feature(String text) {
        return prefix + text;
    }

    /** The text of a feature. */
    static String text(String feature) {
        return feature.substring(1);
    }

    double weight() {
        return weight;
    }

    Shared.Kind shared() {
        return shared;
    }
}
