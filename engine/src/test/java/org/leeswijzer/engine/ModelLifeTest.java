package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Finding;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;

/** Versions of the model: made, withheld, published, rolled back to, shrunk and dropped. */
class ModelLifeTest {
    private static final Library NOORD = new Library("noord");
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir private Path folder;

    @Test
    void aVersionTellsWhatItWasMadeOfAndByWhom() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            ModelVersion version = engine.models().find(1);
            assertThat(version.state()).isEqualTo(ModelState.SERVING);
            assertThat(version.by()).isEqualTo("anna");
            assertThat(version.began()).isEqualTo(NOW);
            assertThat(version.took()).isEqualTo(Duration.ZERO);
            assertThat(version.parameters()).isNotNull();
            assertThat(version.made()).isEqualTo(new Made(1, 6, 8, 12, 2, 4, DAY, DAY.plusDays(1)));
            assertThat(version.published()).isEqualTo(new Published("anna", NOW, null));
            assertThat(version.verdict().passed()).isTrue();
            assertThat(version.origin()).isNull();
        }
    }

    @Test
    void aVersionOfAStoreWithoutLoansHasNoDays() {
        try (Engine engine = open(3)) {
            retrain(engine, null);
            assertThat(engine.models().find(1).made())
                    .isEqualTo(new Made(0, 0, 0, 0, 0, 0, null, null));
        }
    }

    @Test
    void whatIsKnownOfVersionsSurvivesARestart() {
        List<ModelVersion> versions;
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, "first");
            retrain(engine, "second");
            engine.models().rollBack("bo", "it was better");
            versions = engine.models().all();
            assertThat(versions)
                    .extracting(ModelVersion::state)
                    .containsExactly(ModelState.SERVING, ModelState.KEPT);
        }
        try (Engine engine = open(3)) {
            assertThat(engine.models().all()).isEqualTo(versions);
            assertThat(engine.models().pinned()).isTrue();
            assertThat(engine.model().version()).isEqualTo(1);
            retrain(engine, null);
            assertThat(engine.model().version()).as("no number is given again").isEqualTo(3);
            assertThat(engine.models().pinned()).isFalse();
        }
    }

    @Test
    void theLastVersionsKeepTheirRowsAndOthersGo() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            for (int i = 0; i < 5; i++) {
                retrain(engine, null);
            }
            assertThat(engine.models().all())
                    .extracting(ModelVersion::number)
                    .containsExactly(3, 4, 5);
            assertThat(engine.models().neighbours(3, Scope.CONSORTIUM, 0)).hasSize(1);
            assertThatThrownBy(() -> engine.models().neighbours(2, Scope.CONSORTIUM, 0))
                    .isInstanceOf(ModelRefusal.class)
                    .hasMessage("version is 2, which is not kept: give one of [3, 4, 5]");
        }
        try (Engine engine = open(3, new Keeping(2))) {
            assertThat(engine.models().all())
                    .as("whoever wants fewer has fewer at once")
                    .extracting(ModelVersion::number)
                    .containsExactly(4, 5);
        }
    }

    @Test
    void aVersionThatIsRolledBackToStandsStillUntilItIsUnpinned() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            List<Neighbour> then = row(engine, 0);
            borrow(engine, 300, 0, 1);
            retrain(engine, null);
            assertThat(row(engine, 0)).isNotEqualTo(then);
            engine.models().rollBack("bo", null);
            assertThat(row(engine, 0)).isEqualTo(then);

            borrow(engine, 400, 0, 1);
            engine.sweep(Progress.SILENT);
            assertThat(row(engine, 0)).as("not refreshed").isEqualTo(then);
            assertThat(engine.statistics().dirtyTitles()).as("all wait").isEqualTo(6);
            assertThat(engine.behind()).isFalse();

            engine.models().unpin();
            engine.sweep(Progress.SILENT);
            assertThat(row(engine, 0)).extracting(Neighbour::both).containsExactly(6);
            assertThatThrownBy(() -> engine.models().unpin())
                    .hasMessage("version 1 is not pinned: its rows follow the loans");
        }
    }

    @Test
    void aPatronWhoIsErasedIsTakenOutOfEveryVersion() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            retrain(engine, null);
            engine.models().rollBack("bo", null);
            erase(engine, 0);
            for (int version : List.of(1, 2)) {
                assertThat(engine.models().neighbours(version, Scope.CONSORTIUM, 0))
                        .extracting(Neighbour::both)
                        .containsExactly(3);
            }
            erase(engine, 1);
            for (int version : List.of(1, 2)) {
                for (Scope scope : List.of(Scope.CONSORTIUM, engine.scope(NOORD))) {
                    assertThat(engine.models().neighbours(version, scope, 0)).isEmpty();
                    assertThat(engine.models().neighbours(version, scope, 1)).isEmpty();
                }
            }
        }
    }

    @Test
    void whoCameAfterAVersionWasMadeIsNotCountedInItAndTakenOutAllTheSame() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            retrain(engine, null);
            borrow(engine, 300, 0, 1);
            erase(engine, 300);
            assertThat(engine.models().neighbours(1, Scope.CONSORTIUM, 0))
                    .as("four share it still; to tell fewer is to hide sooner")
                    .extracting(Neighbour::both)
                    .containsExactly(3);
        }
    }

    @Test
    void whoRaisesMinBorrowersHasItKeptToByEveryVersion() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            retrain(engine, null);
        }
        try (Engine engine = open(5)) {
            for (int version : List.of(1, 2)) {
                assertThat(engine.models().neighbours(version, Scope.CONSORTIUM, 0)).isEmpty();
            }
        }
    }

    @Test
    void aVersionOfFarFewerLoansIsWithheldUntilSomebodyGivesAReason() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 6);
            retrain(engine, null);
            for (int patron = 0; patron < 3; patron++) {
                erase(engine, patron);
            }
            ModelVersion withheld = retrain(engine, null);
            assertThat(withheld.state()).isEqualTo(ModelState.WITHHELD);
            assertThat(withheld.verdict().findings())
                    .filteredOn(finding -> !finding.passed())
                    .containsExactly(
                            new Finding(
                                    Finding.Check.LOANS,
                                    false,
                                    "it is made of 10 loans, after 16 of version 1, and may be of 20% fewer"));
            assertThat(engine.model().version()).isEqualTo(1);

            assertThatThrownBy(() -> engine.models().publish(2, "bo", null))
                    .isInstanceOf(ModelRefusal.class)
                    .hasMessage(
                            "version 2 is withheld, since it is made of 10 loans, after 16 of version 1, and may be of 20% fewer: give a reason to publish it all the same");
            engine.models().publish(2, "bo", "a branch has closed");
            assertThat(engine.model().version()).isEqualTo(2);
            assertThat(engine.models().pinned()).as("it is the newest").isFalse();
            assertThat(engine.models().find(2).published())
                    .isEqualTo(new Published("bo", NOW, "a branch has closed"));
            assertThat(engine.models().find(1).state()).isEqualTo(ModelState.KEPT);
        }
    }

    @Test
    void aReasonThatIsGivenBeforePublishesWhateverTheGateSays() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 6);
            retrain(engine, null);
            for (int patron = 0; patron < 3; patron++) {
                erase(engine, patron);
            }
            ModelVersion version = retrain(engine, "a branch has closed");
            assertThat(version.state()).isEqualTo(ModelState.SERVING);
            assertThat(version.verdict().passed()).isFalse();
        }
    }

    @Test
    void aVersionIsWithheldIfAnotherWasPutToServeWhileItWasMade() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            retrain(engine, null);
            ModelVersion late =
                    engine.models()
                            .retrain(
                                    order(null),
                                    (stage, done, total) -> {
                                        if (stage.equals("publishing")) {
                                            engine.models().rollBack("bo", null);
                                        }
                                    });
            assertThat(late.state()).isEqualTo(ModelState.WITHHELD);
            assertThat(late.verdict().objections())
                    .isEqualTo(
                            "version 1 was put to serve meanwhile, and this one was compared with 2");
            assertThat(engine.model().version()).isEqualTo(1);
            assertThat(engine.models().pinned()).isTrue();
        }
    }

    @Test
    void aRetrainThatIsGivenUpLeavesNothing() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            retrain(engine, null);
            assertThatThrownBy(
                            () ->
                                    engine.models()
                                            .retrain(
                                                    order(null),
                                                    (stage, done, total) -> {
                                                        if (stage.equals("scoring")) {
                                                            throw new IllegalStateException("no");
                                                        }
                                                    }))
                    .hasMessage("no");
            assertThat(engine.models().all()).extracting(ModelVersion::number).containsExactly(1);
            assertThat(retrain(engine, null).number()).isEqualTo(3);
            assertThat(engine.models().neighbours(3, Scope.CONSORTIUM, 0)).hasSize(1);
        }
    }

    @Test
    void whatCannotBePublishedIsToldWhy() {
        try (Engine engine = open(3)) {
            assertThatThrownBy(() -> engine.models().rollBack("bo", null))
                    .hasMessage("no version older than 0 is kept: retrain, or import one");
            retrain(engine, null);
            assertThatThrownBy(() -> engine.models().publish(1, "bo", null))
                    .hasMessage("version 1 serves already");
            assertThatThrownBy(() -> engine.models().publish(7, "bo", null))
                    .hasMessage("version is 7, which is not kept: give one of [1]");
            assertThatThrownBy(() -> engine.models().publish(1, " ", null))
                    .hasMessage("by is blank: give 1 to 100 characters on one line");
            assertThatThrownBy(
                            () ->
                                    engine.models()
                                            .retrain(
                                                    order(null),
                                                    (stage, done, total) ->
                                                            engine.models().publish(2, "bo", "x")))
                    .hasMessage("version 2 is being made: wait until it is");
        }
    }

    private static RetrainOrder order(String reason) {
        return new RetrainOrder("anna", reason, OptionalLong.empty());
    }

    private static ModelVersion retrain(Engine engine, String reason) {
        return engine.models().retrain(order(reason), Progress.SILENT);
    }

    private static List<Neighbour> row(Engine engine, int title) {
        return engine.neighbours().of(Scope.CONSORTIUM, title);
    }

    private static void erase(Engine engine, int patron) {
        engine.accept(
                EventBatch.of(
                        List.of(
                                new LibraryEvent.PatronErased(
                                        NOORD, new PatronKey(0, patron), NOW))));
    }

    /** So many patrons borrow titles 0 and 1; four others something else, so that it is above chance. */
    private static void borrowTogether(Engine engine, int patrons) {
        for (int patron = 0; patron < patrons; patron++) {
            borrow(engine, patron, 0, 1);
        }
        for (int other = 0; other < 4; other++) {
            borrow(engine, 100 + other, 2 + other);
        }
    }

    /** The patron borrows the titles, one on each day. */
    private static void borrow(Engine engine, int patron, int... titles) {
        List<LibraryEvent> loans = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            loans.add(
                    new LibraryEvent.LoanMade(
                            NOORD,
                            new LoanKey(patron, i),
                            new PatronKey(0, patron),
                            new Borrowed.OfTitle("t" + titles[i]),
                            (int) DAY.toEpochDay() + i));
        }
        engine.accept(EventBatch.of(loans));
    }

    private Engine open(int minBorrowers) {
        return open(minBorrowers, Keeping.DEFAULT);
    }

    private Engine open(int minBorrowers, Keeping keeping) {
        EngineSettings settings =
                new EngineSettings(
                        folder.resolve("store"),
                        folder.resolve("secrets"),
                        minBorrowers,
                        Retention.of(OptionalInt.empty()),
                        2,
                        keeping,
                        EngineSettings.DEFAULT_LANGUAGES);
        return Engine.openAtRest(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
