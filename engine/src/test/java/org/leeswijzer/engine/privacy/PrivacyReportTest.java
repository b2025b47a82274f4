package org.leeswijzer.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.Progress;

class PrivacyReportTest {
    private static final Library NOORD = new Library("noord");
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);

    @TempDir private Path folder;

    @Test
    void tellsNumbersFromMinBorrowersUpAndNoOthers() {
        try (Engine engine = open()) {
            // 0 to 3 are shared by all of four patrons, each of whom has one more of their own.
            List<LibraryEvent> events = new ArrayList<>();
            for (int patron = 0; patron < 4; patron++) {
                for (int title : new int[] {0, 1, 2, 3, 10 + patron}) {
                    events.add(loan(patron, title, TODAY.minusDays(title)));
                }
            }
            engine.accept(EventBatch.of(events));
            engine.retrain(Progress.SILENT);
            int version = engine.model().version();
            PrivacyReport report = engine.privacy().report(version);
            assertThat(report.pairs().enough().number()).hasValue(6);
            assertThat(report.pairs().withheld().number()).hasValue(16);
            assertThat(report.pairs().share()).hasValue(16.0 / 22);
            assertThat(report.windows())
                    .singleElement()
                    .satisfies(
                            window -> {
                                assertThat(window.firstDay()).hasValue(TODAY.minusDays(100));
                                assertThat(window.oldestLoan()).hasValue(TODAY.minusDays(13));
                            });
            assertThat(report.words().optedOut().number()).isEmpty();
            assertThat(report.versions()).contains(version);

            for (int patron = 0; patron < 3; patron++) {
                say(engine, new LibraryEvent.PatronOptedOut(NOORD, key(20 + patron), NOW));
                say(engine, new LibraryEvent.PatronGone(NOORD, key(30 + patron)));
                say(engine, new LibraryEvent.PatronErased(NOORD, key(40 + patron), NOW));
                Instant before = NOW.minus(Duration.ofDays(5));
                say(engine, new LibraryEvent.PatronErased(NOORD, key(50 + patron), before));
                say(engine, new LibraryEvent.PatronOptedOut(NOORD, key(60 + patron), before));
            }
            PrivacyReport.Words words = engine.privacy().report(version).words();
            assertThat(words.optedOut().number()).hasValue(6);
            assertThat(words.optedOutSince().number()).hasValue(3);
            assertThat(words.erasedSince().number()).hasValue(3);
            assertThat(words.erasedForGood().number()).hasValue(3);
            say(engine, new LibraryEvent.PatronErased(NOORD, key(3), NOW));
            PrivacyReport.Pairs pairs = engine.privacy().report(version).pairs();
            assertThat(pairs.enough().number()).hasValue(6);
            assertThat(pairs.withheld().number()).hasValue(12);
            assertThatThrownBy(() -> engine.privacy().report(99))
                    .isInstanceOf(ModelRefusal.class)
                    .hasMessageContaining("version is 99, which is not kept");
        }
    }

    @Test
    void countsPairsAgainOnlyWhenAnotherVersionServesOrAPatronLeftOrADayHasPassed() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        InstantSource source = now::get;
        try (Engine engine = open(source.withZone(ZoneOffset.UTC))) {
            borrow(engine, 0, 1, 2);
            engine.retrain(Progress.SILENT);
            assertThat(pairs(engine)).isEqualTo(3);
            borrow(engine, 3);
            now.set(NOW.plus(Duration.ofHours(23)));
            assertThat(pairs(engine)).isEqualTo(3);
            assertThat(report(engine).pairs().countedAt()).isEqualTo(NOW);
            engine.retrain(Progress.SILENT);
            assertThat(pairs(engine)).isEqualTo(6);
            borrow(engine, 4);
            say(engine, new LibraryEvent.PatronGone(NOORD, key(9)));
            assertThat(pairs(engine)).isEqualTo(10);
            borrow(engine, 5);
            assertThat(pairs(engine)).isEqualTo(10);
            now.set(NOW.plus(Duration.ofHours(47)));
            assertThat(pairs(engine)).isEqualTo(15);
        }
    }

    /** Three patrons borrow each of the titles. */
    private static void borrow(Engine engine, int... titles) {
        for (int title : titles) {
            for (int patron = 0; patron < 3; patron++) {
                say(engine, loan(patron, title, TODAY));
            }
        }
    }

    private static PrivacyReport report(Engine engine) {
        return engine.privacy().report(engine.model().version());
    }

    private static long pairs(Engine engine) {
        return report(engine).pairs().enough().number().orElse(0);
    }

    @Test
    void tellsNothingOfAStoreWithFewPatrons() {
        try (Engine engine = open()) {
            engine.accept(EventBatch.of(List.of(loan(1, 1, TODAY), loan(1, 2, TODAY))));
            engine.retrain(Progress.SILENT);
            PrivacyReport.Pairs pairs = engine.privacy().report(engine.model().version()).pairs();
            assertThat(pairs.withheld()).isEqualTo(Figure.of(0, 3));
            assertThat(pairs.share()).isEmpty();
        }
    }

    private static void say(Engine engine, LibraryEvent word) {
        engine.accept(EventBatch.of(List.of(word)));
    }

    private static PatronKey key(int patron) {
        return new PatronKey(7, patron);
    }

    private static LibraryEvent loan(int patron, int title, LocalDate day) {
        return new LibraryEvent.LoanMade(
                NOORD,
                new LoanKey(patron, title),
                key(patron),
                new Borrowed.OfTitle("t" + title),
                (int) day.toEpochDay());
    }

    private Engine open() {
        return open(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Engine open(Clock clock) {
        return Engine.openAtRest(
                new EngineSettings(
                        folder.resolve("store"),
                        folder.resolve("secrets"),
                        3,
                        OptionalInt.of(100),
                        2),
                clock);
    }
}
