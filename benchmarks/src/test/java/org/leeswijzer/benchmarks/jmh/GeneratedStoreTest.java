package org.leeswijzer.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Suggestion;

class GeneratedStoreTest {

    @Test
    void holdsWhatIsGeneratedAndGoesWhenItIsClosed() {
        Path folder;
        try (GeneratedStore store = GeneratedStore.of(5_000)) {
            folder = store.path();
            assertThat(folder).isDirectory();
            assertThat(store.engine().statistics().loans())
                    .isEqualTo(new GeneratedLoans(GeneratedStore.generator(5_000)).size());
            assertThat(store.engine().statistics().describedTitles()).isEqualTo(250);
            assertThat(store.engine().statistics().dirtyTitles()).isZero();
        }
        assertThat(folder).doesNotExist();
    }

    /** Or the benchmarks would measure how fast nothing is found. */
    @Test
    void mostTitlesHaveNeighboursAndSuggestionsRestOnBothEvidences() {
        try (GeneratedStore store = GeneratedStore.of(5_000)) {
            int withNeighbours = 0;
            Set<Basis> bases = EnumSet.noneOf(Basis.class);
            for (int i = 0; i < 100; i++) {
                int title = store.title();
                withNeighbours +=
                        store.engine().neighbours().of(GeneratedStore.SCOPE, title).isEmpty()
                                ? 0
                                : 1;
                store
                        .engine()
                        .suggester()
                        .forTitle(title, GeneratedStore.QUESTION)
                        .suggestions()
                        .stream()
                        .map(Suggestion::basis)
                        .forEach(bases::add);
            }
            assertThat(withNeighbours).isGreaterThan(80);
            assertThat(bases).containsExactlyInAnyOrder(Basis.LOANS, Basis.KINSHIP);
        }
    }

    @Test
    void loansThatComeAgainAreThoseOfOtherPatrons() {
        GeneratedLoans generated = new GeneratedLoans(GeneratedStore.generator(500));
        int once = generated.size();
        try (TemporaryFolder folder = TemporaryFolder.make();
                Engine engine = Engine.openAtRest(folder.settings(), Clock.systemUTC())) {
            for (int round = 1; round <= 3; round++) {
                assertThat(engine.accept(generated.next(once)).count(Outcome.COUNTED))
                        .isEqualTo(once);
                assertThat(engine.statistics().patrons()).isEqualTo(25L * round);
            }
        }
    }
}
