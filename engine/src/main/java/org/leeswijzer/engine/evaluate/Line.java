package org.leeswijzer.engine.evaluate;

import java.util.List;

/**
 * How one model did in the cases of one kind.
 *
 * @param hitRateAt share of the lists whose first so many suggestions have a hit, for 1, 2, and so on
 */
public record Line(String model, Mode mode, Measures measures, List<Double> hitRateAt) {
    public Line {
        hitRateAt = List.copyOf(hitRateAt);
    }
}
