package org.leeswijzer.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.Leeswijzer;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;

/** The whole of it, of little data and for nobody to go by: it times nothing here. */
class LiveRefreshIT {
    @TempDir private Path folder;

    @Test
    void everyProbeIsSeenAndTheListsAreThoseOfAFullRetrain() throws Exception {
        List<String> program =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leeswijzer.class.getName());
        Path file = folder.resolve("live.json");
        LiveRefresh.measure(
                new LoanGenerator(1, 4_000, 2_000, 20_000),
                200,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                program,
                new ResultFile("test"),
                file);
        JsonNode result = new ObjectMapper().readTree(file.toFile());
        JsonNode seen = result.path("loanToChangedSuggestions");
        assertThat(seen.path("probes").asInt()).isEqualTo(12);
        assertThat(seen.path("notSeen").asInt()).isZero();
        assertThat(seen.path("p50Millis").asDouble()).isPositive();
        JsonNode overlap = result.path("firstTenInCommonWithFullRetrain").path("borrowedTitles");
        assertThat(overlap.path("titles").asInt()).isGreaterThan(300);
        assertThat(overlap.path("meanOverlap").asDouble()).isGreaterThan(0.9);
    }
}
