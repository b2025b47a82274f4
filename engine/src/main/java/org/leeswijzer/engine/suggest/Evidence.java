package org.leeswijzer.engine.suggest;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * What speaks for each candidate, summed over the seeds: from loans and from kinship apart, each with the seed that
 * weighed most. In arrays, since a list of a thousand seeds has hundreds of thousands of entries.
 */
final class Evidence {
    private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();
    private int[] titles = new int[256];
    private Part loans = new Part(256);
    private Part kinship = new Part(256);
    private int size;

    Evidence() {
        places.defaultReturnValue(-1);
    }

    /** One kind of evidence. */
    private static final class Part {
        private double[] sum;
        private double[] best;
        private int[] bestSeed;
        private int[] bestBoth;

        Part(int capacity) {
            sum = new double[capacity];
            best = new double[capacity];
            bestSeed = new int[capacity];
            bestBoth = new int[capacity];
        }

        void grow(int capacity) {
            sum = Arrays.copyOf(sum, capacity);
            best = Arrays.copyOf(best, capacity);
            bestSeed = Arrays.copyOf(bestSeed, capacity);
            bestBoth = Arrays.copyOf(bestBoth, capacity);
        }

        /* Seeds come in one order, so equal sums are equal to the bit; of equally strong seeds the first stays. */
        void add(int place, double score, int seed, int both) {
            sum[place] += score;
            if (score > best[place]) {
                best[place] = score;
                bestSeed[place] = seed;
                bestBoth[place] = both;
            }
        }
    }

    void loans(int candidate, double score, int seed, int both) {
        loans.add(place(candidate), score, seed, both);
    }

    void kinship(int candidate, double score, int seed) {
        kinship.add(place(candidate), score, seed, 0);
    }

    private int place(int candidate) {
        int known = places.putIfAbsent(candidate, size);
        if (known >= 0) {
            return known;
        }
        if (size == titles.length) {
            titles = Arrays.copyOf(titles, 2 * size);
            loans.grow(2 * size);
            kinship.grow(2 * size);
        }
        titles[size] = candidate;
        return size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Places by falling score, then by rising title number. */
    int[] ranked() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> {
                    int byScore = Double.compare(score(b), score(a));
                    return byScore != 0 ? byScore : Integer.compare(titles[a], titles[b]);
                });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    int title(int place) {
        return titles[place];
    }

    double score(int place) {
        return loans.sum[place] + kinship.sum[place];
    }

    /** The kind of evidence that weighs more. */
    Basis basis(int place) {
        return loans.sum[place] >= kinship.sum[place] ? Basis.LOANS : Basis.KINSHIP;
    }

    /** The seed that weighed most in the basis. */
    int seed(int place) {
        return part(place).bestSeed[place];
    }

    /** Patrons of both that seed and the candidate; 0 where the basis is kinship. */
    int both(int place) {
        return part(place).bestBoth[place];
    }

    private Part part(int place) {
        return basis(place) == Basis.LOANS ? loans : kinship;
    }
}
