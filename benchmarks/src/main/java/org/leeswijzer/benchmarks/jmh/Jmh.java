package org.leeswijzer.benchmarks.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Asks every question of this package and keeps the answers in {@code benchmarks/results/jmh-PRESET.json}.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.jmh.Jmh [quick|standard|full]
 * }</pre>
 *
 * <p>Quick tells whether something is far off, in a few minutes; full is for figures to go by.
 */
public final class Jmh {
    private static final TimeValue SECOND = TimeValue.seconds(1);

    private Jmh() {}

    /** How often and how long each is measured. */
    enum Preset {
        QUICK(1, 1, 3),
        STANDARD(2, 3, 5),
        FULL(3, 5, 10);

        private final int forks;
        private final int warmUpSeconds;
        private final int measuredSeconds;

        Preset(int forks, int warmUpSeconds, int measuredSeconds) {
            this.forks = forks;
            this.warmUpSeconds = warmUpSeconds;
            this.measuredSeconds = measuredSeconds;
        }

        /** As typed. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        Preset preset;
        try {
            preset =
                    arguments.length == 0
                            ? Preset.STANDARD
                            : Preset.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            System.err.printf("preset is '%s': give quick, standard or full%n", arguments[0]);
            System.exit(2);
            return;
        }
        Path file = Path.of("benchmarks/results/jmh-%s.json".formatted(preset.text()));
        ResultFile results = resultFile(preset);
        Collection<RunResult> runs = new Runner(options(preset).build()).run();
        results.put("figures", runs.stream().flatMap(run -> figures(run).stream()).toList())
                .write(file);
        System.out.println("written to " + file);
    }

    private static ChainedOptionsBuilder options(Preset preset) {
        return new OptionsBuilder()
                .include(Jmh.class.getPackageName().replace(".", "\\."))
                .forks(preset.forks)
                .warmupIterations(preset.warmUpSeconds)
                .warmupTime(SECOND)
                .measurementIterations(preset.measuredSeconds)
                .measurementTime(SECOND)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                .shouldFailOnError(true);
    }

    private static ResultFile resultFile(Preset preset) {
        return new ResultFile(
                        "java -cp benchmarks/target/benchmarks.jar %s %s"
                                .formatted(Jmh.class.getName(), preset.text()))
                .put("forks", preset.forks)
                .put("warmUpSeconds", preset.warmUpSeconds)
                .put("measuredSeconds", preset.measuredSeconds);
    }

    /** The score of one run, and what it counted besides. */
    static List<Map<String, Object>> figures(RunResult run) {
        List<Map<String, Object>> figures = new ArrayList<>();
        figures.add(figure(run.getParams(), run.getPrimaryResult()));
        new TreeMap<>(run.getSecondaryResults())
                .values()
                .forEach(counted -> figures.add(figure(run.getParams(), counted)));
        return figures;
    }

    private static Map<String, Object> figure(BenchmarkParams asked, Result<?> result) {
        Map<String, Object> figure = new LinkedHashMap<>();
        String name = asked.getBenchmark();
        figure.put("benchmark", name.substring(Jmh.class.getPackageName().length() + 1));
        figure.put("measures", result.getLabel());
        Map<String, String> params = new LinkedHashMap<>();
        asked.getParamsKeys().forEach(key -> params.put(key, asked.getParam(key)));
        figure.put("params", params);
        figure.put("score", result.getScore());
        // 99.9% confidence; JMH has none for fewer than three samples, and JSON has no word for
        // that.
        if (!Double.isNaN(result.getScoreError())) {
            figure.put("error", result.getScoreError());
        }
        figure.put("unit", result.getScoreUnit());
        figure.put("samples", result.getSampleCount());
        return figure;
    }
}
