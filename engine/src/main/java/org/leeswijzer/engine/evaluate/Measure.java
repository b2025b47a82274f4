package org.leeswijzer.engine.evaluate;

/**
 * A figure with its noise.
 *
 * @param value as measured
 * @param low lower end of the 95% interval
 * @param high upper end of it
 */
public record Measure(double value, double low, double high) {

    /** @throws IllegalArgumentException if the value is not within its interval */
    public Measure {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "value is %s: not from %s to %s".formatted(value, low, high));
        }
    }

    /** The same, with an interval that ends where the figure cannot go on. */
    Measure within(double least, double most) {
        return new Measure(value, Math.max(least, low), Math.min(most, high));
    }

    /** Whether the interval excludes zero on the side of the value. */
    public boolean beyondNoise() {
        return low > 0 || high < 0;
    }
}
