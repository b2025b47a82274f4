package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.model.Finding.Check;

class GateTest {
    private static final Gate.Store COMPLETE = new Gate.Store(1000, 0, OptionalLong.of(0));
    private static final Gate.Serving SERVING = new Gate.Serving(7, 1000, 500);

    private final Gate gate = new Gate(new GateLimits(0.1, 0.2, 0.05, 100));

    @Test
    void aVersionAsGoodAsTheOneThatServesPasses() {
        Verdict verdict = gate.judge(made(1000, 500), above(-0.01, 0.01), SERVING, COMPLETE);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.objections()).isEmpty();
        assertThat(verdict.findings())
                .extracting(Finding::check)
                .containsExactly(
                        Check.ACCURACY, Check.COVERAGE, Check.LOANS, Check.PARKED, Check.LAG);
    }

    @Test
    void oneThatIsWorseBeyondNoiseDoesNot() {
        assertThat(gate.judge(made(1000, 500), above(-0.02, 0), SERVING, COMPLETE).passed())
                .as("zero is within the interval")
                .isTrue();
        Verdict verdict = gate.judge(made(1000, 500), above(-0.03, -0.01), SERVING, COMPLETE);
        assertThat(verdict.objections())
                .isEqualTo(
                        "nDCG is -0.0200 (95%: -0.0300 to -0.0100) against version 7, and may not be below it beyond noise");
    }

    @Test
    void norDoesOneOfTooFewTitlesOrLoans() {
        assertThat(gate.judge(made(800, 450), null, SERVING, COMPLETE).passed()).isTrue();
        assertThat(gate.judge(made(800, 449), null, SERVING, COMPLETE).objections())
                .isEqualTo(
                        "449 titles have neighbours, after 500 of version 7, and may be 10% fewer");
        assertThat(gate.judge(made(799, 500), null, SERVING, COMPLETE).objections())
                .isEqualTo(
                        "it is made of 799 loans, after 1000 of version 7, and may be of 20% fewer");
    }

    @Test
    void norDoesOneOfAStoreThatIsNotComplete() {
        assertThat(judge(950, 50, 100).passed()).isTrue();
        assertThat(judge(949, 51, 100).objections())
                .isEqualTo("51 of 1000 loans are of items that are not known, and may be 5%");
        assertThat(judge(1000, 0, 101).objections())
                .isEqualTo("101 records of the event log are unread, and may be 100");
    }

    @Test
    void theFirstVersionIsComparedWithNothing() {
        assertThat(
                        gate.judge(
                                        made(1, 0),
                                        null,
                                        null,
                                        new Gate.Store(1, 0, OptionalLong.empty()))
                                .findings())
                .extracting(Finding::check)
                .containsExactly(Check.PARKED);
    }

    @Test
    void aVersionOlderThanRecordsIsNotComparedByItsLoans() {
        assertThat(gate.judge(made(1, 500), null, new Gate.Serving(7, 0, 500), COMPLETE).findings())
                .extracting(Finding::check)
                .containsExactly(Check.COVERAGE, Check.PARKED, Check.LAG);
    }

    @Test
    void limitsThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateLimits(1.1, 0, 0, 0))
                .withMessage("coverageFall is 1.1: give 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateLimits(0, 0, Double.NaN, 0))
                .withMessage("parkedShare is NaN: give 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateLimits(0, 0, 0, -1))
                .withMessage("lag is -1: give at least 0");
    }

    private Verdict judge(long counted, long parked, long unread) {
        return gate.judge(
                made(1, 0), null, null, new Gate.Store(counted, parked, OptionalLong.of(unread)));
    }

    private static Made made(long loans, int covered) {
        return new Made(1, 600, 100, loans, covered, 5000, null, null);
    }

    private static Judged above(double low, double high) {
        return new Judged(100, new TreeMap<>(), new Measure((low + high) / 2, low, high));
    }
}
