package org.leeswijzer.benchmarks.intake;

import java.nio.file.Path;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;

/**
 * How many loans are brought in, and how often.
 *
 * @param millions of loans, about: a patron's repeats are left out
 */
record Amount(int millions, int runs) {
    private static final int DEFAULT_MILLIONS = 4;
    private static final int DEFAULT_RUNS = 3;

    Amount {
        if (millions < 1 || runs < 1) {
            throw new IllegalArgumentException(
                    "%d millions of loans, %d runs: give at least 1 of each"
                            .formatted(millions, runs));
        }
    }

    /** As the arguments say: {@code [millions of loans] [runs]}. */
    static Amount of(String[] arguments) {
        return new Amount(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_MILLIONS,
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_RUNS);
    }

    /** What makes them. */
    LoanGenerator generator() {
        int loans = millions * 1_000_000;
        return new LoanGenerator(1, loans / 20, loans / 50, loans);
    }

    /** @param heap as Java's option gives it */
    ResultFile results(Class<?> benchmark, String heap) {
        return new ResultFile(
                "java -Xmx%s -cp benchmarks/target/benchmarks.jar %s %d %d"
                        .formatted(heap, benchmark.getName(), millions, runs));
    }

    /** Where they are written. */
    Path file(String name) {
        return Path.of("benchmarks/results/%s-%dm.json".formatted(name, millions));
    }
}
