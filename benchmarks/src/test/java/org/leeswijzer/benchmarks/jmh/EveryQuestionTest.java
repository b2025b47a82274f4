package org.leeswijzer.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every question is asked once, of little data and for nobody to go by, so that none can rot. */
class EveryQuestionTest {

    /* JMH wants a machine to itself; here nothing is timed. */
    @BeforeAll
    static void besideOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void everyQuestionIsKnownToJmh() {
        assertThat(questions())
                .extracting(question -> question.replaceAll(".*\\.(\\w+)\\.\\w+", "$1"))
                .contains(
                        "CountingPairs",
                        "ListSuggestions",
                        "Pseudonyms",
                        "SimilarTitles",
                        "StoreReads",
                        "StoreWrites",
                        "TitleSuggestions");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnswered(String question) throws RunnerException {
        Collection<RunResult> answers =
                new Runner(
                                new OptionsBuilder()
                                        .include("^" + Pattern.quote(question) + "$")
                                        .mode(Mode.SingleShotTime)
                                        .forks(0)
                                        .warmupIterations(0)
                                        .measurementIterations(1)
                                        .param("loans", "2000")
                                        .param("candidates", "100")
                                        .param("borrowers", "10")
                                        .param("length", "5")
                                        .param("batch", "10")
                                        .param("live", "true")
                                        .shouldFailOnError(true)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next().getPrimaryResult().getScore()).isPositive();
    }

    static List<String> questions() {
        OutputFormat silent =
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .toList();
    }
}
