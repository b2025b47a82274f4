package org.leeswijzer.engine.kinship;

/** The features of every title and the titles of every feature, weighed. Immutable. */
final class FeatureTable {
    /*
     * A feature weighs (weight of its kind) * ln(1 + titles / titles with it), kept in 1/65536 as a whole number. The
     * product of two titles is then the sum of squares over the features they share: exact in a long, in whatever order
     * it is summed. The logarithm is never 0, so that two titles that are alone in a library can be kin.
     */
    private static final double UNIT = 1 << 16;

    private final int[][] features;
    private final String[] names;
    private final long[] squares;
    private final int[] starts;
    private final int[] titles;
    private final double[] lengths;

    /**
     * Weighs features by how rare they are.
     *
     * @param features of each title, by number, ascending; none for titles of which nothing is known
     * @param names of the features by number
     */
    FeatureTable(int[][] features, String[] names) {
        this.features = features;
        this.names = names;
        starts = starts();
        titles = titles();
        squares = squares();
        lengths = lengths();
    }

    int size() {
        return features.length;
    }

    /** Ascending; not to be changed. */
    int[] features(int title) {
        return features[title];
    }

    String name(int feature) {
        return names[feature];
    }

    /** How many titles have the feature. */
    int count(int feature) {
        return starts[feature + 1] - starts[feature];
    }

    /** The title at that place among those that have the feature, ascending. */
    int title(int feature, int place) {
        return titles[starts[feature] + place];
    }

    /** What two titles gain that share the feature. */
    long square(int feature) {
        return squares[feature];
    }

    /** Of the title's vector; 0 if it has no features. */
    double length(int title) {
        return lengths[title];
    }

    /** Cosine of two titles. */
    float cosine(int a, int b, long product) {
        return (float) Math.min(1, product / (lengths[a] * lengths[b]));
    }

    private int[] starts() {
        int[] result = new int[names.length + 1];
        for (int[] each : features) {
            for (int feature : each) {
                result[feature + 1]++;
            }
        }
        for (int feature = 0; feature < names.length; feature++) {
            result[feature + 1] += result[feature];
        }
        return result;
    }

    private int[] titles() {
        int[] next = starts.clone();
        int[] result = new int[starts[names.length]];
        for (int title = 0; title < features.length; title++) {
            for (int feature : features[title]) {
                result[next[feature]++] = title;
            }
        }
        return result;
    }

    private long[] squares() {
        int described = 0;
        for (int[] each : features) {
            described += each.length > 0 ? 1 : 0;
        }
        long[] result = new long[names.length];
        for (int feature = 0; feature < names.length; feature++) {
            if (count(feature) > 0) {
                double rarity = StrictMath.log(1 + (double) described / count(feature));
                long weight = Math.round(FeatureKind.of(names[feature]).weight() * rarity * UNIT);
                result[feature] = weight * weight;
            }
        }
        return result;
    }

    private double[] lengths() {
        double[] result = new double[features.length];
        for (int title = 0; title < features.length; title++) {
            long sum = 0;
            for (int feature : features[title]) {
                sum += squares[feature];
            }
            result[title] = Math.sqrt((double) sum);
        }
        return result;
    }
}
