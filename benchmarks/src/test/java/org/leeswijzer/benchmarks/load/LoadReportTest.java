package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private final Map<Kind, Outcome> outcomes = new EnumMap<>(Kind.class);
    private final Histogram late = new Histogram(60_000_000_000L, 3);

    LoadReportTest() {
        for (Kind kind : Kind.values()) {
            outcomes.put(kind, new Outcome(latency(8), 12, 2, 1));
        }
        outcomes.put(Kind.YARDSTICK, new Outcome(latency(4), 10, 0, 0));
        outcomes.put(Kind.SEARCH, new Outcome(new Histogram(60_000_000_000L, 3), 3, 3, 3));
    }

    @Test
    void tellsEveryKindWithItsRatioAndWhatWasNotSent() {
        Map<String, Object> kinds = new LoadReport(new Measured(outcomes, late)).kinds();
        assertThat(kinds)
                .containsOnlyKeys(
                        "title suggestions",
                        "list suggestions",
                        "title look-up",
                        "search",
                        "yardstick");
        assertThat(kinds.get("title suggestions"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("asked", 12L)
                .containsEntry("failed", 2L)
                .containsEntry("notSent", 1L)
                .hasEntrySatisfying(
                        "p50RatioToYardstick",
                        ratio -> assertThat((double) ratio).isBetween(1.99, 2.01));
    }

    @Test
    void whatWasNeverAnsweredHasNoLatency() {
        LoadReport report = new LoadReport(new Measured(outcomes, late));
        assertThat(report.kinds().get("search"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("asked", "failed", "notSent");
    }

    @Test
    void aSenderThatCouldNotKeepUpIsTold() {
        late.recordValueWithCount(1_000, 95);
        LoadReport onTime = new LoadReport(new Measured(outcomes, late));
        assertThat(onTime.sender()).containsEntry("overrun", false);
        assertThat(onTime.table()).doesNotContain("could not keep up");
        late.recordValueWithCount(9_000_000, 5);
        LoadReport tooLate = new LoadReport(new Measured(outcomes, late));
        assertThat(tooLate.sender()).containsEntry("overrun", true);
        assertThat(tooLate.table()).contains("could not keep up").contains("title look-up");
    }

    private static Histogram latency(int millis) {
        Histogram latency = new Histogram(60_000_000_000L, 3);
        latency.recordValueWithCount(millis * 1_000_000L, 10);
        return latency;
    }
}
