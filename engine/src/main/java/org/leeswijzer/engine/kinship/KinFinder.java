package org.leeswijzer.engine.kinship;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;

/** Finds the kin of one title after another. Not safe for use by many threads. */
final class KinFinder {
    /*
     * The rare features go first. A title that has none of those so far can gain at most `rest`, the squares of the
     * features to come; since its own vector is at least as long as what it shares, its cosine is at most
     * sqrt(rest) / length of the seed. Once a hundred titles are above that, the features to come, which may be on a
     * hundred thousand titles each, bring in nobody new: they are looked up in the titles found so far. The result is the
     * same as that of counting everything.
     */
    /** Bounds are rounded up by this much, so that rounding never excludes a title that belongs. */
    private static final double ROUNDING = 1 + 1e-9;

    private final FeatureTable table;
    private final long[] products;
    private final IntArrayList found = new IntArrayList();
    private final BestKin best = new BestKin();

    KinFinder(FeatureTable table) {
        this.table = table;
        products = new long[table.size()];
    }

    /** The kin of a title, best first. */
    List<Kin> find(int seed) {
        int[] features = rarestFirst(seed);
        long rest = 0;
        for (int feature : features) {
            rest += table.square(feature);
        }
        int counted = 0;
        while (counted < features.length && !settled(seed, features[counted], rest)) {
            rest -= table.square(features[counted]);
            count(seed, features[counted]);
            counted++;
        }
        int[] left = Arrays.copyOfRange(features, counted, features.length);
        Arrays.sort(left);
        List<Kin> kin = rank(seed, left, rest);
        found.forEach(title -> products[title] = 0);
        found.clear();
        return kin;
    }

    private int[] rarestFirst(int seed) {
        int[] features = table.features(seed).clone();
        IntArrays.quickSort(
                features,
                (a, b) -> {
                    int byCount = Integer.compare(table.count(a), table.count(b));
                    return byCount != 0 ? byCount : Integer.compare(a, b);
                });
        return features;
    }

    private void count(int seed, int feature) {
        long square = table.square(feature);
        int count = table.count(feature);
        for (int place = 0; place < count; place++) {
            int title = table.title(feature, place);
            if (products[title] == 0 && title != seed) {
                found.add(title);
            }
            if (title != seed) {
                products[title] += square;
            }
        }
    }

    /** Whether a hundred titles are out of reach of all not yet found; asked only where looking costs less than counting. */
    private boolean settled(int seed, int next, long rest) {
        if (found.size() < Kinship.LIMIT || table.count(next) < found.size()) {
            return false;
        }
        double bound = Math.sqrt((double) rest) / table.length(seed) * ROUNDING;
        return (float) bound < threshold(seed);
    }

    /** What the hundredth best has for certain. */
    private float threshold(int seed) {
        best.clear();
        for (int i = 0; i < found.size(); i++) {
            int title = found.getInt(i);
            best.offer(title, table.cosine(seed, title, products[title]));
        }
        return best.threshold();
    }

    private List<Kin> rank(int seed, int[] left, long rest) {
        best.clear();
        for (int i = 0; i < found.size(); i++) {
            int title = found.getInt(i);
            long product = products[title];
            if (table.cosine(seed, title, product + rest) >= best.threshold()) {
                best.offer(title, table.cosine(seed, title, product + lookUp(left, title)));
            }
        }
        return best.take();
    }

    private long lookUp(int[] left, int title) {
        long sum = 0;
        int[] features = table.features(title);
        for (int i = 0, j = 0; i < left.length && j < features.length; ) {
            if (left[i] == features[j]) {
                sum += table.square(left[i]);
                i++;
                j++;
            } else if (left[i] < features[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
