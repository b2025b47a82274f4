package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {
    private static final Budget BUDGET = new Budget(5, 50, 0.01, 4, 4);

    private final Map<Kind, Outcome> outcomes = new EnumMap<>(Kind.class);

    /** All as it should be: the yardstick 1 and 20 ms, everything else 2 and 40 ms. */
    BudgetTest() {
        for (Kind kind : Kind.values()) {
            outcomes.put(kind, outcome(2, 40, 0));
        }
        outcomes.put(Kind.YARDSTICK, outcome(1, 20, 0));
    }

    @Test
    void whatKeepsToItIsNotOver() {
        assertThat(BUDGET.exceededBy(measured())).isEmpty();
    }

    @Test
    void aSlowMedianIsOver() {
        outcomes.put(Kind.TITLE, outcome(6, 40, 0));
        outcomes.put(Kind.YARDSTICK, outcome(3, 20, 0));
        assertThat(BUDGET.exceededBy(measured()))
                .singleElement()
                .asString()
                .startsWith("title suggestions: p50 in ms is 6.0")
                .endsWith("over 5.000");
    }

    @Test
    void aSlowTailIsOver() {
        outcomes.put(Kind.LIST, outcome(2, 60, 0));
        assertThat(BUDGET.exceededBy(measured()))
                .singleElement()
                .asString()
                .startsWith("list suggestions: p99 in ms is 60.0");
    }

    @Test
    void slownessToTheYardstickIsOverThoughTheMachineIsFast() {
        outcomes.put(Kind.YARDSTICK, outcome(0.4, 8, 0));
        assertThat(BUDGET.exceededBy(measured()))
                .extracting(line -> line.replaceAll(" is .*", ""))
                .containsExactly(
                        "title suggestions: p50 to the yardstick's",
                        "title suggestions: p99 to the yardstick's",
                        "list suggestions: p50 to the yardstick's",
                        "list suggestions: p99 to the yardstick's");
    }

    @Test
    void errorsOfAnyKindAreOver() {
        outcomes.put(Kind.SEARCH, outcome(2, 40, 2));
        assertThat(BUDGET.exceededBy(measured()))
                .singleElement()
                .asString()
                .startsWith("search: error share is 0.0");
    }

    @Test
    void whatWasNeverAnsweredIsOverWhateverIsAllowed() {
        outcomes.put(Kind.TITLE, new Outcome(histogram(), 100, 100, 0));
        assertThat(new Budget(5, 50, 1, 4, 4).exceededBy(measured()))
                .hasSize(4)
                .allMatch(line -> line.startsWith("title suggestions: p") && line.contains("NaN"));
    }

    @Test
    void withoutAYardstickNothingIsWithinItsRatio() {
        outcomes.put(Kind.YARDSTICK, new Outcome(histogram(), 0, 0, 0));
        assertThat(BUDGET.exceededBy(measured()))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("yardstick: error share is 1.000");
    }

    @Test
    void theFileThatIsDeliveredCanBeRead() {
        assertThat(Budget.read(Path.of("budgets/demo.json")).errorShare()).isZero();
    }

    @Test
    void aLimitThatIsMissingUnknownOrNoneIsAnError(@TempDir Path folder) throws IOException {
        String whole =
                """
                {"p50Millis":5,"p99Millis":50,"errorShare":0,"p50RatioToYardstick":4,"p99RatioToYardstick":4}
                """;
        assertThat(read(folder, whole)).isEqualTo(new Budget(5, 50, 0, 4, 4));
        for (String broken :
                new String[] {
                    whole.replace("\"p99Millis\":50,", ""),
                    whole.replace("p99Millis", "p98Millis"),
                    whole.replace(":50,", ":null,"),
                    whole.replace(":50,", ":0,"),
                    whole.replace("\"errorShare\":0", "\"errorShare\":2")
                }) {
            assertThatThrownBy(() -> read(folder, broken))
                    .as(broken)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("budget.json");
        }
    }

    private static Budget read(Path folder, String content) throws IOException {
        return Budget.read(Files.writeString(folder.resolve("budget.json"), content));
    }

    private Measured measured() {
        return new Measured(outcomes, histogram());
    }

    /** A hundred answers, of which three take long. */
    private static Outcome outcome(double p50, double p99, int failed) {
        Histogram latency = histogram();
        latency.recordValueWithCount((long) (p50 * 1e6), 97);
        latency.recordValueWithCount((long) (p99 * 1e6), 3);
        return new Outcome(latency, 100 + failed, failed, 0);
    }

    private static Histogram histogram() {
        return new Histogram(60_000_000_000L, 3);
    }
}
