package org.leeswijzer.engine.evaluate;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How far a figure would move if other patrons had been asked: 95% intervals by drawing the same number of patrons again
 * and again, with replacement (Efron, Annals of Statistics 7(1), 1979).
 *
 * @param resamples how often is drawn
 * @param seed equal seeds draw alike
 */
public record Bootstrap(int resamples, long seed) {
    /** Enough for two digits of an interval. */
    public static final Bootstrap DEFAULT = new Bootstrap(1000, 20);

    private static final double TAIL = 0.025;

    /** @throws IllegalArgumentException if there are too few resamples to cut a fortieth off */
    public Bootstrap {
        if (resamples < 40) {
            throw new IllegalArgumentException(
                    "resamples is %d: give at least 40".formatted(resamples));
        }
    }

    /** The mean of the values; zero of none. */
    public Measure mean(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(values, ones);
    }

    /** The sum of the parts over that of the wholes, drawn in pairs; zero where the wholes come to nothing. */
    public Measure ratio(double[] parts, double[] wholes) {
        return of(
                parts.length,
                drawn -> {
                    double part = 0;
                    double whole = 0;
                    for (int i : drawn) {
                        part += parts[i];
                        whole += wholes[i];
                    }
                    return whole == 0 ? 0 : part / whole;
                });
    }

    /*
     * A draw with replacement leaves out a third of the patrons, so that what counts distinct titles comes out too low in
     * every draw. Only the spread is therefore taken from the draws: the interval lies around the value as the draws lie
     * around their mean. For a mean, whose draws lie around the value, this is the percentile interval.
     */

    /**
     * Any figure of a sample.
     *
     * @param size of the sample
     * @param statistic is given the numbers drawn, each below the size
     */
    public Measure of(int size, ToDoubleFunction<int[]> statistic) {
        int[] drawn = new int[size];
        Arrays.setAll(drawn, i -> i);
        double value = statistic.applyAsDouble(drawn);
        Random random = new Random(seed);
        double[] draws = new double[resamples];
        double sum = 0;
        for (int draw = 0; draw < resamples; draw++) {
            for (int i = 0; i < size; i++) {
                drawn[i] = random.nextInt(size);
            }
            draws[draw] = statistic.applyAsDouble(drawn);
            sum += draws[draw];
        }
        Arrays.sort(draws);
        double shift = value - sum / resamples;
        int cut = (int) (TAIL * resamples);
        return new Measure(
                value,
                Math.min(value, draws[cut] + shift),
                Math.max(value, draws[resamples - 1 - cut] + shift));
    }
}
