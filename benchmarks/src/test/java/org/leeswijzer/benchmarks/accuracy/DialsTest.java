package org.leeswijzer.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/** Where the modes lead on loans that were really made. */
@EnabledIfEnvironmentVariable(
        named = "LEESWIJZER_DATA",
        matches = ".+",
        disabledReason = "LEESWIJZER_DATA does not name the folder of the real loans")
class DialsTest {

    @Test
    void discoverIsWiderThanBalancedAndCloseIsNearer() {
        for (ReadLoanSet set : RealLoans.named().sets()) {
            Map<Dial, Dials.Line> lines = new EnumMap<>(Dial.class);
            Dials.measure(set).forEach(line -> lines.put(line.mode(), line));
            assertThat(lines.get(Dial.BALANCED))
                    .as(set.name())
                    .satisfies(balanced -> isWider(lines.get(Dial.DISCOVER), balanced))
                    .satisfies(balanced -> isNearer(lines.get(Dial.CLOSE), balanced));
        }
    }

    private static void isWider(Dials.Line discover, Dials.Line balanced) {
        assertThat(discover.measures().novelty().low())
                .isGreaterThan(balanced.measures().novelty().high());
        assertThat(discover.measures().coverage().value())
                .isGreaterThan(balanced.measures().coverage().value());
        assertThat(discover.measures().gini().value())
                .isLessThan(balanced.measures().gini().value());
        assertThat(discover.measures().ndcg().value())
                .isGreaterThan(balanced.measures().ndcg().value() * 0.6);
    }

    /* One set has neither authors nor subjects: there is nothing to be nearer by. */
    private static void isNearer(Dials.Line close, Dials.Line balanced) {
        if (balanced.near() > 0) {
            assertThat(close.near()).isGreaterThan(balanced.near());
        } else {
            assertThat(close.near()).isZero();
        }
    }
}
