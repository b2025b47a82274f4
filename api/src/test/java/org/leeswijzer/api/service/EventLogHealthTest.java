package org.leeswijzer.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.api.service.EventLogHealth.DEGRADED;

import io.micronaut.health.HealthStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the whole service is, as Micronaut makes it of its parts: the last of them, sorted. */
class EventLogHealthTest {

    @Test
    void theWholeIsDegradedInWhateverOrderItsPartsAnswer() {
        assertThat(worst(DEGRADED, HealthStatus.UP, HealthStatus.UP)).isEqualTo(DEGRADED);
        assertThat(worst(HealthStatus.UP, HealthStatus.UP, DEGRADED)).isEqualTo(DEGRADED);
    }

    @Test
    void theWholeIsDownWhenAnotherPartIs() {
        assertThat(worst(DEGRADED, HealthStatus.DOWN)).isEqualTo(HealthStatus.DOWN);
        assertThat(worst(HealthStatus.DOWN, DEGRADED)).isEqualTo(HealthStatus.DOWN);
    }

    private static HealthStatus worst(HealthStatus... parts) {
        List<HealthStatus> sorted = Stream.of(parts).sorted().toList();
        return sorted.get(sorted.size() - 1);
    }
}
