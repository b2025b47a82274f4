package org.leeswijzer.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;

/** The whole of it, of little data and for nobody to go by: it times nothing here. */
class LiveIngestIT {
    @TempDir private Path folder;

    @Test
    void everyLoanThatIsPublishedIsStoredAndBothRatesAreTold() throws Exception {
        Path file = folder.resolve("ingest.json");
        LiveIngest.measure(new LoanGenerator(1, 500, 200, 5_000), 2, new ResultFile("test"), file);
        JsonNode result = new ObjectMapper().readTree(file.toFile());
        assertThat(result.path("loans").asInt()).isBetween(3_000, 7_000);
        assertThat(result.path("runs")).hasSize(2);
        for (JsonNode run : result.path("runs")) {
            assertThat(run.path("loansPerSecond").asDouble()).isPositive();
            assertThat(run.path("rawPollPerSecond").asDouble()).isPositive();
            assertThat(run.path("partOfRawPoll").asDouble()).isPositive();
            assertThat(run.path("rawWriteLoansPerSecond").asDouble()).isPositive();
        }
    }
}
