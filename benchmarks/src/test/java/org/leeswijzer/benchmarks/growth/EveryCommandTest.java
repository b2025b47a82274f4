package org.leeswijzer.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.benchmarks.generate.LoanGenerator;

/** Every command is run once, of little data and for nobody to go by, so that none can rot. */
class EveryCommandTest {
    private static final LoanGenerator FEW = new LoanGenerator(1, 300, 100, 3_000);
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir private Path folder;

    @Test
    void fullRetrain() throws IOException {
        Path file = folder.resolve("full-retrain.json");
        FullRetrain.measure(FEW, 1, file);
        JsonNode result = read(file);
        assertThat(result.path("set").path("loans").asInt()).isPositive();
        assertThat(result.path("oneThread").path("runs")).hasSize(1);
        assertThat(result.path("allCores").path("runs").get(0).path("neighbours").asInt())
                .isPositive();
    }

    @Test
    void growthCurve() throws IOException {
        GrowthCurve.measure(new int[] {2_000, 4_000}, folder);
        JsonNode result = read(folder.resolve("growth-curve.json"));
        assertThat(result.path("sizes")).hasSize(2);
        assertThat(result.path("logLogSlope").isNumber()).isTrue();
        assertThat(folder.resolve("growth-curve.svg")).content().startsWith("<svg");
    }

    @Test
    void publishTime() throws IOException {
        Path file = folder.resolve("publish-time.json");
        PublishTime.measure(1_000, 2, file);
        JsonNode result = read(file);
        assertThat(result.path("publishSeconds")).hasSize(4);
        assertThat(result.path("rollBackSeconds")).hasSize(2);
    }

    @Test
    void tasteRetrain() throws IOException {
        Path file = folder.resolve("taste-retrain.json");
        TasteRetrain.measure(FEW, 1, file);
        assertThat(read(file).path("taste").path("similarTitles").asInt()).isPositive();
    }

    @Test
    void peerSparseProduct() throws IOException {
        Assumptions.assumeTrue(SparseProduct.runs(PYTHON), PYTHON + " has no scipy");
        Path file = folder.resolve("peer-sparse-product.json");
        PeerSparseProduct.measure(FEW, PYTHON, 1, file);
        assertThat(read(file).path("scipyOverOurs")).isNotEmpty();
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
