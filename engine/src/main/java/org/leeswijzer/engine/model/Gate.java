package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.model.Finding.Check;

/** Says whether a version may be published without anybody being asked. */
final class Gate {
    private final GateLimits limits;

    Gate(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * The version that serves.
     *
     * @param number at least 1: with less there is nothing to compare with
     * @param loans that it was made of; 0 if that is not known
     * @param covered titles with neighbours, as it stands now
     */
    record Serving(int number, long loans, int covered) {}

    /**
     * What the store lacks.
     *
     * @param counted loans that count
     * @param parked loans that wait for their item to be known
     * @param unread records of the event log; empty where none is read
     */
    record Store(long counted, long parked, OptionalLong unread) {}

    /**
     * Looks at everything that can be looked at.
     *
     * @param serving null if none does
     */
    Verdict judge(Made made, @Nullable Judged judged, @Nullable Serving serving, Store store) {
        List<Finding> findings = new ArrayList<>();
        if (serving != null) {
            if (judged != null && judged.above() != null) {
                findings.add(accuracy(judged.above(), serving));
            }
            findings.add(coverage(made, serving));
            if (serving.loans() > 0) {
                findings.add(loans(made, serving));
            }
        }
        findings.add(parked(store));
        store.unread().ifPresent(unread -> findings.add(lag(unread)));
        return new Verdict(findings);
    }

    private static Finding accuracy(Measure above, Serving serving) {
        return new Finding(
                Check.ACCURACY,
                above.high() >= 0,
                String.format(
                        Locale.ROOT,
                        "nDCG is %+.4f (95%%: %+.4f to %+.4f) against version %d, and may not be below it beyond noise",
                        above.value(),
                        above.low(),
                        above.high(),
                        serving.number()));
    }

    private Finding coverage(Made made, Serving serving) {
        return new Finding(
                Check.COVERAGE,
                made.covered() >= (1 - limits.coverageFall()) * serving.covered(),
                "%d titles have neighbours, after %d of version %d, and may be %s fewer"
                        .formatted(
                                made.covered(),
                                serving.covered(),
                                serving.number(),
                                percent(limits.coverageFall())));
    }

    private Finding loans(Made made, Serving serving) {
        return new Finding(
                Check.LOANS,
                made.loans() >= (1 - limits.loansFall()) * serving.loans(),
                "it is made of %d loans, after %d of version %d, and may be of %s fewer"
                        .formatted(
                                made.loans(),
                                serving.loans(),
                                serving.number(),
                                percent(limits.loansFall())));
    }

    private Finding parked(Store store) {
        long all = store.counted() + store.parked();
        return new Finding(
                Check.PARKED,
                store.parked() <= limits.parkedShare() * all,
                "%d of %d loans are of items that are not known, and may be %s"
                        .formatted(store.parked(), all, percent(limits.parkedShare())));
    }

    private Finding lag(long unread) {
        return new Finding(
                Check.LAG,
                unread <= limits.lag(),
                "%d records of the event log are unread, and may be %d"
                        .formatted(unread, limits.lag()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
