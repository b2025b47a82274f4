package org.leeswijzer.api.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where on a picture a value lies.
 *
 * @param most value, at {@code high}; 0 lies at {@code low}
 * @param step between ticks
 */
record Scale(double most, double step, double low, double high) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** From 0 to a round number that is not below the most, with four steps or a few more. */
    static Scale of(double most, double low, double high) {
        double whole = most > 0 ? most : 1;
        double power = Math.pow(10, Math.floor(Math.log10(whole / 4)));
        double step = 10 * power;
        for (double each : STEPS) {
            if (each * power * 5 >= whole) {
                step = each * power;
                break;
            }
        }
        return new Scale(step * Math.ceil(whole / step - 1e-9), step, low, high);
    }

    /** From 0 to that very number. */
    static Scale exactly(double most, double step, double low, double high) {
        return new Scale(most, step, low, high);
    }

    double at(double value) {
        return low + (high - low) * value / most;
    }

    /** Round values from 0 on. */
    List<Double> ticks() {
        return IntStream.rangeClosed(0, (int) Math.round(Math.floor(most / step + 1e-9)))
                .mapToObj(i -> i * step)
                .toList();
    }
}
