package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Question;

/** The store as a process sees it: opened, shared, refused, closed and opened again. */
class EngineStoreTest {
    private static final Library NOORD = new Library("noord");
    private static final LogPartition LOANS = new LogPartition("loans", 3);

    private static final int DAY_OF_ERASURE = 20_500;
    private static final Instant ERASED =
            LocalDate.ofEpochDay(DAY_OF_ERASURE).atTime(12, 0).toInstant(ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void anOffsetIsStoredWithItsLoans() {
        try (Engine engine = open(3)) {
            assertThat(engine.nextOffset(LOANS)).isEmpty();
            engine.accept(new EventBatch(List.of(loan(1, 1, 1)), Map.of(LOANS, 42L)));
        }
        try (Engine engine = open(3)) {
            assertThat(engine.nextOffset(LOANS)).hasValue(42);
            assertThat(engine.nextOffset(new LogPartition("loans", 4))).isEmpty();
            assertThat(engine.statistics().loans()).isEqualTo(1);
        }
    }

    @Test
    void aSecondWriterIsToldThatThereIsOne() {
        try (Engine engine = open(3)) {
            assertThat(engine.statistics().loans()).isZero();
            assertThatThrownBy(() -> open(3))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining(folder.resolve("store").toString());
        }
    }

    @Test
    void aReaderSeesWhatAWriterHasStored() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            engine.sweep(Progress.SILENT);
            try (Engine reader = Engine.openReadOnly(settings(3), Clock.systemUTC())) {
                assertThat(reader.statistics().loans()).isEqualTo(12);
                assertThat(reader.neighbours().of(Scope.CONSORTIUM, 0))
                        .isEqualTo(engine.neighbours().of(Scope.CONSORTIUM, 0))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aReaderWithoutAStoreIsToldWhatToDo() {
        assertThatThrownBy(() -> Engine.openReadOnly(settings(3), Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("import or serve first");
    }

    @Test
    void aClosedStoreSaysSoInsteadOfEndingTheProcess() {
        Engine engine = open(3);
        engine.close();
        engine.close();
        assertThatThrownBy(() -> engine.accept(EventBatch.of(List.of(loan(1, 1, 1)))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void whoRaisesMinBorrowersHasItKeptFromTheFirstAnswer() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            engine.sweep(Progress.SILENT);
            assertThat(engine.neighbours().of(Scope.CONSORTIUM, 0))
                    .extracting(Neighbour::both)
                    .containsExactly(4);
        }
        try (Engine engine = open(5)) {
            assertThat(engine.neighbours().of(Scope.CONSORTIUM, 0)).isEmpty();
            assertThat(engine.borrowers(null, 0)).isEmpty();
        }
        try (Engine engine = open(4)) {
            assertThat(engine.statistics().dirtyTitles())
                    .as("all may have more neighbours now")
                    .isEqualTo(6);
        }
    }

    @Test
    void minBorrowersBelowTheFloorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2))
                .withMessageContaining("minBorrowers is 2");
    }

    @Test
    void whatWasDirtyIsDirtyAfterARestart() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            engine.sweep(Progress.SILENT);
            engine.accept(EventBatch.of(List.of(loan(90, 90, 1))));
        }
        try (Engine engine = open(3)) {
            assertThat(engine.statistics().dirtyTitles()).isEqualTo(1);
        }
    }

    @Test
    void ofALongHistoryTheMostRecentTitlesCountAndLoansThatGoMakeRoom() {
        try (Engine engine = open(3)) {
            List<LibraryEvent> loans = new ArrayList<>();
            for (int patron = 0; patron < 3; patron++) {
                for (int title = 0; title < 510; title++) {
                    loans.add(
                            new LibraryEvent.LoanMade(
                                    NOORD,
                                    new LoanKey(patron, title),
                                    new PatronKey(0, patron),
                                    new Borrowed.OfTitle("t" + title),
                                    20_000 + title));
                }
            }
            engine.accept(EventBatch.of(loans));
            assertThat(borrowers(engine, "t9")).isEmpty();
            assertThat(borrowers(engine, "t10")).hasValue(3);
            for (int patron = 0; patron < 3; patron++) {
                engine.accept(
                        EventBatch.of(
                                List.of(
                                        new LibraryEvent.LoanForgotten(
                                                NOORD, new LoanKey(patron, 300)))));
            }
            assertThat(borrowers(engine, "t9")).hasValue(3);
            assertThat(borrowers(engine, "t300")).isEmpty();
        }
    }

    @Test
    void aPatronIsSuggestedForByWhatIsHeldAndNotOnceItIsErased() {
        try (Engine engine = open(3)) {
            borrowTogether(engine, 4);
            engine.accept(EventBatch.of(List.of(loan(200, 50, 0), title(0), title(1))));
            engine.sweep(Progress.SILENT);
            Question question = new Question(NOORD, engine.scope(NOORD), true, Set.of(), 10);
            PatronKey patron = new PatronKey(0, 50);
            assertThat(engine.suggestFor(NOORD, patron, question).suggestions())
                    .extracting(suggestion -> suggestion.title().records().get(0).id())
                    .containsExactly("t1");
            assertThat(engine.suggestFor(new Library("zuid"), patron, question).suggestions())
                    .as("nothing is known of them there")
                    .allMatch(suggestion -> suggestion.basis() == Basis.POPULARITY);
            engine.accept(EventBatch.of(List.of(erased(patron))));
            assertThat(engine.suggestFor(NOORD, patron, question).suggestions())
                    .allMatch(suggestion -> suggestion.basis() == Basis.POPULARITY)
                    .extracting(suggestion -> suggestion.title().records().get(0).id())
                    .as("what they had borrowed is known no more")
                    .containsExactly("t0", "t1");
        }
    }

    private static LibraryEvent erased(PatronKey patron) {
        return new LibraryEvent.PatronErased(NOORD, patron, ERASED);
    }

    @Test
    void whatWasPromisedHoldsAfterARestartWhateverComesAndInWhateverOrder() {
        PatronKey patron = new PatronKey(0, 1);
        try (Engine engine = open(3)) {
            assertThat(outcome(engine, loan(1, 1, 1))).containsExactly(Outcome.COUNTED);
            assertThat(outcome(engine, erased(patron))).containsExactly(Outcome.FORGOTTEN);
            assertThat(outcome(engine, erased(patron))).containsExactly(Outcome.REPEATED);
            assertThat(outcome(engine, erased(new PatronKey(0, 2)))).containsExactly(Outcome.HEARD);
        }
        try (Engine engine = open(3)) {
            assertThat(outcome(engine, loan(1, 1, 1))).containsExactly(Outcome.ERASED);
            assertThat(outcome(engine, loan(2, 2, 1))).containsExactly(Outcome.ERASED);
            assertThat(outcome(engine, loan(3, 1, 1, DAY_OF_ERASURE + 1)))
                    .as("it may be that day already at the library")
                    .containsExactly(Outcome.ERASED);
            assertThat(outcome(engine, loan(4, 1, 1, DAY_OF_ERASURE + 2)))
                    .containsExactly(Outcome.COUNTED);
            assertThat(outcome(engine, erased(patron)))
                    .as("a later loan stays when the word is heard again")
                    .containsExactly(Outcome.REPEATED);
            assertThat(engine.statistics().loans()).isEqualTo(1);
        }
    }

    @Test
    void whoOptsOutIsNotRememberedUntilTheyOptInAndWhoIsGoneIsNeverAgain() {
        PatronKey patron = new PatronKey(0, 1);
        try (Engine engine = open(3)) {
            assertThat(outcome(engine, new LibraryEvent.PatronOptedIn(NOORD, patron, ERASED)))
                    .as("they had not opted out")
                    .containsExactly(Outcome.REPEATED);
            engine.accept(EventBatch.of(List.of(loan(1, 1, 1))));
            assertThat(outcome(engine, new LibraryEvent.PatronOptedOut(NOORD, patron, ERASED)))
                    .containsExactly(Outcome.FORGOTTEN);
            assertThat(outcome(engine, loan(2, 1, 1, DAY_OF_ERASURE + 100)))
                    .containsExactly(Outcome.OPTED_OUT);
        }
        try (Engine engine = open(3)) {
            assertThat(outcome(engine, loan(2, 1, 1, DAY_OF_ERASURE + 100)))
                    .containsExactly(Outcome.OPTED_OUT);
            Instant back = ERASED.plus(Duration.ofDays(50));
            assertThat(outcome(engine, new LibraryEvent.PatronOptedIn(NOORD, patron, back)))
                    .containsExactly(Outcome.HEARD);
            assertThat(outcome(engine, loan(3, 1, 1, DAY_OF_ERASURE + 40)))
                    .as("made while they were out")
                    .containsExactly(Outcome.ERASED);
            assertThat(outcome(engine, loan(4, 1, 1, DAY_OF_ERASURE + 52)))
                    .containsExactly(Outcome.COUNTED);
            assertThat(outcome(engine, new LibraryEvent.PatronGone(NOORD, patron)))
                    .containsExactly(Outcome.FORGOTTEN);
            assertThat(outcome(engine, loan(5, 1, 1, DAY_OF_ERASURE + 10_000)))
                    .containsExactly(Outcome.ERASED);
            assertThat(engine.statistics().patrons()).isZero();
        }
    }

    private static LibraryEvent title(int title) {
        return new LibraryEvent.TitleSeen(
                new TitleRecord(
                        NOORD,
                        "t" + title,
                        null,
                        null,
                        new Description(
                                "Title " + title,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                MediaType.BOOK,
                                Audience.UNKNOWN,
                                null),
                        false));
    }

    @Test
    void aRepeatedLoanIsCountedOnceAndACorrectedOneMoves() {
        try (Engine engine = open(3)) {
            assertThat(outcome(engine, loan(1, 1, 1))).containsExactly(Outcome.COUNTED);
            assertThat(outcome(engine, loan(1, 1, 1))).containsExactly(Outcome.REPEATED);
            assertThat(outcome(engine, loan(1, 2, 1))).containsExactly(Outcome.CORRECTED);
            assertThat(outcome(engine, new LibraryEvent.LoanForgotten(NOORD, new LoanKey(0, 1))))
                    .containsExactly(Outcome.FORGOTTEN);
            assertThat(engine.statistics().patrons()).isZero();
        }
    }

    private static Iterable<Outcome> outcome(Engine engine, LibraryEvent event) {
        return engine.accept(EventBatch.of(List.of(event))).counts().keySet();
    }

    private static OptionalInt borrowers(Engine engine, String id) {
        return engine.borrowers(NOORD, engine.catalogue().find(NOORD, id).orElseThrow());
    }

    /** So many patrons borrow titles 0 and 1; a few others something else, so that it is above chance. */
    private static void borrowTogether(Engine engine, int patrons) {
        List<LibraryEvent> loans = new ArrayList<>();
        for (int patron = 0; patron < patrons; patron++) {
            loans.add(loan(2 * patron, patron, 0));
            loans.add(loan(2 * patron + 1, patron, 1));
        }
        for (int other = 0; other < 4; other++) {
            loans.add(loan(100 + other, 100 + other, 2 + other));
        }
        engine.accept(EventBatch.of(loans));
    }

    private static LibraryEvent loan(int loan, int patron, int title) {
        return loan(loan, patron, title, 20_000);
    }

    private static LibraryEvent loan(int loan, int patron, int title, int day) {
        return new LibraryEvent.LoanMade(
                NOORD,
                new LoanKey(0, loan),
                new PatronKey(0, patron),
                new Borrowed.OfTitle("t" + title),
                day);
    }

    private Engine open(int minBorrowers) {
        return Engine.openAtRest(settings(minBorrowers), Clock.systemUTC());
    }

    private EngineSettings settings(int minBorrowers) {
        return new EngineSettings(
                folder.resolve("store"),
                folder.resolve("secrets"),
                minBorrowers,
                OptionalInt.empty(),
                2);
    }
}
