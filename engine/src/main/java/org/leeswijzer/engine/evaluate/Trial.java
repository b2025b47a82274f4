package org.leeswijzer.engine.evaluate;

import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.suggest.Blend;

/**
 * What came of one way to split the loans.
 *
 * @param split how, in words
 * @param patrons that were learned from
 * @param loans that were learned from
 * @param blend as tuned on them
 * @param withheld of the pairs of titles that some patron borrowed both of, the share that minBorrowers keeps back
 * @param withheldAt the same share, of the values 1 to {@link #FLOORS} of minBorrowers
 * @param reach by model
 * @param lines by kind of case, then by model; kinds without cases are left out
 */
public record Trial(
        String split,
        int patrons,
        int loans,
        Blend blend,
        Measure withheld,
        List<Double> withheldAt,
        Map<String, Reach> reach,
        List<Line> lines) {
    /** The highest value of minBorrowers that is tried: libraries choose three to fifteen. */
    public static final int FLOORS = 15;

    public Trial {
        withheldAt = List.copyOf(withheldAt);
        lines = List.copyOf(lines);
    }
}
