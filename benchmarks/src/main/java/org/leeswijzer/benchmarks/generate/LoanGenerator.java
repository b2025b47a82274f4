package org.leeswijzer.benchmarks.generate;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.SplittableRandom;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * Loans with the shape of a library's: a few titles that many borrow and many that few do, readers who keep to a few
 * fields, and most readers with a handful of loans beside some with hundreds.
 *
 * <p>Titles are dealt out over clusters; within a cluster popularity falls as 1 over the rank (Zipf's law). A patron
 * favours one to three clusters and strays from them one time in ten. The number of titles of a patron is log-normal,
 * cut at 400, and scaled so that all patrons together come close to the loans asked for, from below: the more titles a
 * patron has, the more are drawn twice and count once. Days lie within a year from the patron's first, inside two years.
 *
 * @param seed equal seeds give equal loans
 * @param loans about so many pairs of patron and title
 */
public record LoanGenerator(long seed, int patrons, int titles, int loans) {
    /** The set that full retrains are compared on. */
    public static final LoanGenerator MILLION = new LoanGenerator(1, 100_000, 20_000, 1_000_000);

    private static final int FIRST_DAY = 20_000;
    private static final int YEAR = 365;

    /** No loan is of a later day, in days since 1970-01-01. */
    public static final int LAST_DAY = FIRST_DAY + 2 * (YEAR - 1);

    private static final int TITLES_PER_CLUSTER = 400;
    private static final int LONGEST = 400;
    private static final double SPREAD = 1.0;
    private static final double STRAY = 0.1;

    /** @throws IllegalArgumentException if there is not at least one of each */
    public LoanGenerator {
        if (patrons < 1 || titles < 1 || loans < 1) {
            throw new IllegalArgumentException(
                    "patrons %d, titles %d, loans %d: give at least 1 of each"
                            .formatted(patrons, titles, loans));
        }
    }

    /** Is given one loan after another, patron by patron. */
    @FunctionalInterface
    public interface Sink {
        void loan(int patron, int title, int day);
    }

    /** How many fields there are that readers keep to. */
    public int clusters() {
        return Math.max(1, titles / TITLES_PER_CLUSTER);
    }

    /** The field of a title. */
    public int cluster(int title) {
        return title % clusters();
    }

    /** Makes all loans, by rising number of patron. */
    public void generate(Sink sink) {
        int clusters = clusters();
        double[] cumulative = zipf(titles / clusters);
        SplittableRandom random = new SplittableRandom(seed);
        // The mean of a log-normal is exp(mu + sigma^2 / 2); a tenth more makes up for titles drawn
        // twice.
        double mu = StrictMath.log(1.1 * loans / patrons) - SPREAD * SPREAD / 2;
        IntSet seen = new IntOpenHashSet();
        for (int patron = 0; patron < patrons; patron++) {
            int count =
                    (int)
                            Math.min(
                                    LONGEST,
                                    Math.max(1, StrictMath.exp(mu + SPREAD * gaussian(random))));
            int[] favourites = favourites(random, clusters);
            int firstDay = FIRST_DAY + random.nextInt(YEAR);
            seen.clear();
            for (int i = 0; i < count; i++) {
                boolean strays = random.nextDouble() < STRAY;
                int cluster =
                        strays
                                ? random.nextInt(clusters)
                                : favourites[random.nextInt(favourites.length)];
                int title = rank(cumulative, random) * clusters + cluster;
                int day = firstDay + random.nextInt(YEAR);
                if (seen.add(title)) {
                    sink.loan(patron, title, day);
                }
            }
        }
    }

    /** All loans as a training takes them. */
    public LoanTable table() {
        LoanTable.Builder builder = new LoanTable.Builder();
        int[] last = {0};
        generate(
                (patron, title, day) -> {
                    if (patron != last[0]) {
                        builder.endOfPatron();
                        last[0] = patron;
                    }
                    builder.loan(title, day);
                });
        return builder.build(titles);
    }

    private static int[] favourites(SplittableRandom random, int clusters) {
        int[] favourites = new int[1 + random.nextInt(3)];
        for (int i = 0; i < favourites.length; i++) {
            favourites[i] = random.nextInt(clusters);
        }
        return favourites;
    }

    private static double[] zipf(int count) {
        double[] cumulative = new double[Math.max(1, count)];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
        return cumulative;
    }

    private static int rank(double[] cumulative, SplittableRandom random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /* Box and Muller, with logarithm and cosine that are the same everywhere. */
    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
