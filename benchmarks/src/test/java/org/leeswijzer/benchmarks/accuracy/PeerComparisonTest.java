package org.leeswijzer.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leeswijzer.benchmarks.accuracy.peers.AllPeers;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.MemoryCatalogue;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

class PeerComparisonTest {
    private static final List<String> TOLD = new ArrayList<>();
    private static PeerComparison comparison;

    /* Two tastes of five titles each, which everyone reads in another order. */
    @BeforeAll
    static void measure() {
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (int title = 0; title < 10; title++) {
            catalogue.addBook("t" + title, "Title " + title, List.of(), List.of());
        }
        LoanSet.Builder loans = new LoanSet.Builder();
        for (int patron = 0; patron < 20; patron++) {
            for (int i = 0; i < 5; i++) {
                loans.loan("p" + patron, patron % 2 * 5 + (patron + i) % 5, 100 + i);
            }
        }
        comparison =
                PeerComparison.measure(
                        new ReadLoanSet("drawn", catalogue, loans.build(), List.of()),
                        1,
                        line -> TOLD.add(line.model()));
    }

    @Test
    void measuresEveryPeerAndTheSuggesterAtBothFloors() {
        List<String> models = comparison.lines().stream().map(PeerComparison.Line::model).toList();
        assertThat(models)
                .hasSize(AllPeers.with(1).size() + 2)
                .endsWith("Leeswijzer", "Leeswijzer");
        assertThat(TOLD).isEqualTo(models);
        assertThat(comparison.lines())
                .allSatisfy(line -> assertThat(line.judgement().scores()).hasSize(20));
    }

    @Test
    void aRatioIsThatOfTheMeansOverTheSameCases() {
        Map<String, Map<String, Measure>> ratios = comparison.ratios(new Bootstrap(40, 1));
        assertThat(ratios).containsOnlyKeys("minBorrowers 1", "minBorrowers 3");
        double ours = ndcg("Leeswijzer");
        for (String peer : List.of("EASE", "Mahout Taste", "most borrowed")) {
            assertThat(ratios.get("minBorrowers 1").get(peer).value())
                    .isCloseTo(ours / ndcg(peer), within(1e-12));
        }
    }

    private static double ndcg(String model) {
        return comparison.lines().stream()
                .filter(line -> line.model().equals(model))
                .findFirst()
                .orElseThrow()
                .judgement()
                .score()
                .ndcg();
    }

    @Test
    void theFileTellsWhatWasTriedAndWhatWasChosen() {
        JsonNode figures = new ObjectMapper().valueToTree(Peers.figures(comparison));
        JsonNode taste = figures.at("/models/2");
        assertThat(taste.at("/model").asText()).isEqualTo("Mahout Taste");
        assertThat(taste.at("/chosen/similar").isInt()).isTrue();
        assertThat(taste.at("/tried").size()).isGreaterThan(1);
        assertThat(taste.at("/tried/0/settings/similar").asInt()).isZero();
        assertThat(taste.at("/tried/0/ndcg").isDouble()).isTrue();
        assertThat(figures.at("/ndcgRatios/minBorrowers 3/EASE/value").isDouble()).isTrue();
        assertThat(figures.at("/models/0").has("chosen")).isFalse();
        assertThat(figures.at("/patrons").asInt()).isEqualTo(20);
    }
}
