package org.leeswijzer.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.FilledStore;
import org.leeswijzer.engine.loan.EventBatch;

class KnownDayTest {
    private static final int WINDOW = 730;
    private static final int TODAY = (int) LocalDate.of(2026, 2, 3).toEpochDay();

    private final DayClock clock = new DayClock(TODAY);
    private final List<Integer> noted = new ArrayList<>();

    @Test
    void theDayMovesWithTheClock() {
        KnownDay known = known(OptionalInt.empty());
        for (int day = TODAY; day < TODAY + 400; day++) {
            clock.day = day;
            assertThat(known.today().toEpochDay()).isEqualTo(day);
        }
        assertThat(noted).hasSize(400).isSorted().doesNotHaveDuplicates();
        assertThat(known.doubted()).isEmpty();
    }

    @Test
    void aClockThatLeapsForAMomentMovesNothing() {
        KnownDay known = known(OptionalInt.of(TODAY));
        clock.day = TODAY + 3_650;
        assertThat(known.today().toEpochDay()).isEqualTo(TODAY);
        assertThat(known.doubted()).hasValue(LocalDate.of(2036, 2, 1));
        clock.day = TODAY + 1;
        assertThat(known.today().toEpochDay()).isEqualTo(TODAY + 1);
        assertThat(known.doubted()).isEmpty();
    }

    @Test
    void aClockThatGoesBackMovesNothing() {
        KnownDay known = known(OptionalInt.of(TODAY));
        clock.day = 0;
        assertThat(known.today().toEpochDay()).isEqualTo(TODAY);
        assertThat(known.clock().instant()).isEqualTo("2026-02-03T00:00:00Z");
        assertThat(noted).isEmpty();
    }

    @Test
    void afterALongStandstillALoanOfTheseDaysPutsItRight() {
        KnownDay known = known(OptionalInt.of(TODAY));
        clock.day = TODAY + 200;
        known.heard(List.of(FilledStore.loan(1, 1, TODAY + 20)));
        assertThat(known.today().toEpochDay()).as("an older loan").isEqualTo(TODAY + 20);
        known.heard(List.of(FilledStore.loan(1, 1, TODAY + 9_000)));
        assertThat(known.today().toEpochDay()).as("no loan has that day yet").isEqualTo(TODAY + 20);
        known.heard(List.of(FilledStore.loan(1, 1, TODAY + 199)));
        assertThat(known.today().toEpochDay()).isEqualTo(TODAY + 200);
        assertThat(known.doubted()).isEmpty();
    }

    @Test
    void withoutLoansAWeekOfRunningPutsItRight() {
        KnownDay known = known(OptionalInt.of(TODAY));
        clock.day = TODAY + 200;
        for (int day = 1; day < KnownDay.STEADY; day++) {
            known.dayPassed();
            clock.day++;
            assertThat(known.today().toEpochDay()).isEqualTo(TODAY);
        }
        known.dayPassed();
        assertThat(known.today().toEpochDay()).isEqualTo(clock.day);
    }

    @Property
    void noLeapOfTheClockMovesTheDayFartherThanADoubtedOneMay(
            @ForAll @Size(max = 30) List<@IntRange(max = 40_000) Integer> days) {
        KnownDay known = known(OptionalInt.of(TODAY));
        int before = TODAY;
        for (int day : days) {
            clock.day = day;
            int now = (int) known.today().toEpochDay();
            assertThat(now).isBetween(before, before + KnownDay.LEAP);
            before = now;
        }
    }

    @Test
    void aStoreKeepsItsLoansThroughAYearOfAnotherCentury(@TempDir Path folder) {
        clock.day = 20_100;
        long loans;
        try (Engine engine = open(folder)) {
            FilledStore.fill(engine);
            loans = engine.statistics().loans();
        }
        clock.day = 60_000;
        try (Engine engine = open(folder)) {
            assertThat(engine.expire()).isZero();
            var unused = engine.accept(EventBatch.of(List.of(FilledStore.loan(90, 1, 20_101))));
            assertThat(engine.statistics().loans()).isEqualTo(loans + 1);
            assertThat(engine.day().doubted()).isPresent();
        }
        clock.day = 20_102;
        try (Engine engine = open(folder)) {
            assertThat(engine.statistics().loans()).isEqualTo(loans + 1);
        }
        for (clock.day = 20_125; clock.day < 20_900; clock.day += 25) {
            open(folder).close();
        }
        try (Engine engine = open(folder)) {
            assertThat(engine.statistics().loans()).as("in their own time they leave").isZero();
        }
    }

    private Engine open(Path folder) {
        EngineSettings all = FilledStore.settings(folder);
        return Engine.openAtRest(
                new EngineSettings(
                        all.store(), all.secrets(), 3, OptionalInt.of(WINDOW), all.threads()),
                clock);
    }

    private KnownDay known(OptionalInt remembered) {
        return new KnownDay(clock, remembered, noted::add);
    }

    /** A clock that shows a day that is set by hand. */
    private static final class DayClock extends Clock {
        private int day;

        DayClock(int day) {
            this.day = day;
        }

        @Override
        public Instant instant() {
            return LocalDate.ofEpochDay(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
