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
class BulkImportTest {
    @TempDir private Path folder;

    @Test
    void everyLoanOfTheFileIsStoredAndBothRatesAreTold() throws Exception {
        Path file = folder.resolve("import.json");
        BulkImport.measure(new LoanGenerator(1, 900, 300, 20_000), 1, new ResultFile("test"), file);
        JsonNode result = new ObjectMapper().readTree(file.toFile());
        JsonNode run = result.path("runs").path(0);
        assertThat(result.path("loans").asInt()).isGreaterThan(10_000);
        assertThat(run.path("loansCounted")).isEqualTo(result.path("loans"));
        assertThat(run.path("loansPerSecond").asDouble()).isPositive();
        assertThat(run.path("readOnlyLoansPerSecond").asDouble()).isPositive();
        // A loan, a borrowing and a borrower each, but for borrowers of a title twice.
        assertThat(run.path("rawWriteKeys").asLong())
                .isGreaterThan(2 * result.path("loans").asLong());
        assertThat(run.path("rawWriteLoansPerSecond").asDouble()).isPositive();
        assertThat(run.path("partOfRawWrite").asDouble()).isPositive();
    }
}
