package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void theOnesThatWereMadeOrServedLastAreKept() {
        List<ModelVersion> all =
                List.of(
                        version(1, ModelState.KEPT, 1, 9),
                        version(2, ModelState.KEPT, 2, 3),
                        version(3, ModelState.KEPT, 4, 5),
                        version(4, ModelState.SERVING, 6, 8));
        assertThat(new Keeping(3).dropped(all))
                .as("the first was rolled back to at 9, before the last was published again")
                .extracting(ModelVersion::number)
                .containsExactly(2);
        assertThat(new Keeping(4).dropped(all)).isEmpty();
    }

    @Test
    void ofEqualsTheHigherNumberIsKept() {
        List<ModelVersion> all =
                List.of(
                        version(1, ModelState.KEPT, 1, 1),
                        version(2, ModelState.KEPT, 1, 1),
                        version(3, ModelState.SERVING, 1, 1));
        assertThat(new Keeping(2).dropped(all)).extracting(ModelVersion::number).containsExactly(1);
    }

    @Test
    void thoseThatAreWithheldPushNobodyOutButOneAnother() {
        List<ModelVersion> all =
                List.of(
                        version(1, ModelState.KEPT, 1, 2),
                        version(2, ModelState.SERVING, 3, 4),
                        version(3, ModelState.WITHHELD, 5, 0),
                        version(4, ModelState.WITHHELD, 6, 0),
                        version(5, ModelState.CANDIDATE, 7, 0));
        assertThat(new Keeping(2).dropped(all)).extracting(ModelVersion::number).containsExactly(3);
    }

    @Test
    void thereIsAlwaysOneToRollBackTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Keeping(1))
                .withMessageContaining("models-kept is 1: give at least 2");
    }

    private static ModelVersion version(int number, ModelState state, int began, int published) {
        return new ModelVersion(
                number,
                state,
                NOW.plus(Duration.ofHours(began)),
                Duration.ZERO,
                "anna",
                null,
                null,
                null,
                Verdict.NONE,
                published == 0
                        ? null
                        : new Published("anna", NOW.plus(Duration.ofHours(published)), null),
                null);
    }
}
