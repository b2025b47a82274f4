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
 * @param reach by model
 * @param lines by kind of case, then by model; kinds without cases are left out
 */
public record Trial(
        String split,
        int patrons,
        int loans,
        Blend blend,
        Measure withheld,
        Map<String, Reach> reach,
        List<Line> lines) {
    public Trial {
        lines = List.copyOf(lines);
    }
}
