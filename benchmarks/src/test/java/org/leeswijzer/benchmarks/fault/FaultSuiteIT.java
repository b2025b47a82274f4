package org.leeswijzer.benchmarks.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite in short: processes killed and a broker that goes away do no harm, and nothing that was said meanwhile tells of a
 * patron. Clocks that leap and records that are spoiled are tried in tests of their own; the suite's command has all.
 */
class FaultSuiteIT {
    @TempDir private static Path folder;
    private static FaultSuite suite;

    @BeforeAll
    static void begin() {
        suite = new FaultSuite(folder, Scale.QUICK);
    }

    static List<String> faults() {
        return List.of("kills", "broker outage");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void doesNoHarm(String fault) throws Exception {
        Outcome outcome = suite.run(FaultSuite.named(fault));
        assumeFalse(outcome.isSkipped(), outcome.skipped());
        assertThat(outcome.figures()).isNotEmpty();
    }

    @AfterAll
    static void noLogTellsOfAPatron() throws Exception {
        assertThat(suite.search()).containsEntry("found", 0);
    }
}
