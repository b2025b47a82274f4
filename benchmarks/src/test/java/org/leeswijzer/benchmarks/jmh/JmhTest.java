package org.leeswijzer.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class JmhTest {
    @BeforeAll
    static void besideOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void aFigureNamesItsQuestionItsParamsAndItsUnit() throws RunnerException {
        List<Map<String, Object>> figures = figures(3);
        assertThat(figures)
                .extracting(figure -> figure.get("measures"))
                .containsExactly("count", "pairUpdates");
        assertThat(figures)
                .allSatisfy(
                        figure -> {
                            assertThat(figure)
                                    .containsEntry("benchmark", "CountingPairs.count")
                                    .containsEntry("params", Map.of("borrowers", "10"))
                                    .containsEntry("unit", "ops/s")
                                    .containsEntry("samples", 3L)
                                    .containsKey("error");
                            assertThat((double) figure.get("score")).isPositive();
                        });
        double pairs = (double) figures.get(1).get("score");
        assertThat(pairs)
                .as("pairs of ten histories")
                .isGreaterThan((double) figures.get(0).get("score") * 10);
    }

    @Test
    void tooFewSamplesGiveNoError() throws RunnerException {
        assertThat(figures(1)).allSatisfy(figure -> assertThat(figure).doesNotContainKey("error"));
    }

    private static List<Map<String, Object>> figures(int iterations) throws RunnerException {
        RunResult result =
                new Runner(
                                new OptionsBuilder()
                                        .include("CountingPairs")
                                        .forks(0)
                                        .warmupIterations(0)
                                        .measurementIterations(iterations)
                                        .measurementTime(TimeValue.milliseconds(20))
                                        .param("borrowers", "10")
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .runSingle();
        return Jmh.figures(result);
    }
}
