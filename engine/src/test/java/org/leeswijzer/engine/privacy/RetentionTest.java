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

class RetentionTest {
    private static final int WINDOW = 730;
    private static final int TODAY = (int) LocalDate.of(2026, 2, 3).toEpochDay();

    private final DayClock clock = new DayClock(TODAY);
    private final List<Integer> noted = new ArrayList<>();

    @Test
    void theWindowMovesWithTheDays() {
        Retention retention = retention(OptionalInt.empty());
        for (int day = TODAY; day < TODAY + 400; day++) {
            clock.day = day;
            assertThat(retention.firstDay()).isEqualTo(day - WINDOW);
        }
        assertThat(noted).hasSize(400).isSorted().doesNotHaveDuplicates();
        assertThat(retention.doubted()).isEmpty();
    }

    @Test
    void aClockThatLeapsForAMomentMovesNothing() {
        Retention retention = retention(OptionalInt.of(TODAY));
        clock.day = TODAY + 3_650;
        assertThat(retention.firstDay()).isEqualTo(TODAY - WINDOW);
        assertThat(retention.doubted()).hasValue(LocalDate.of(2036, 2, 1));
        clock.day = TODAY + 1;
        assertThat(retention.firstDay()).isEqualTo(TODAY + 1 - WINDOW);
        assertThat(retention.doubted()).isEmpty();
    }

    @Test
    void aClockThatGoesBackMovesNothing() {
        Retention retention = retention(OptionalInt.of(TODAY));
        clock.day = 0;
        assertThat(retention.firstDay()).isEqualTo(TODAY - WINDOW);
        assertThat(retention.clock().instant()).isEqualTo("2026-02-03T00:00:00Z");
        assertThat(noted).isEmpty();
    }

    @Test
    void afterALongStandstillALoanOfTheseDaysPutsItRight() {
        Retention retention = retention(OptionalInt.of(TODAY));
        clock.day = TODAY + 200;
        retention.heard(List.of(FilledStore.loan(1, 1, TODAY + 20)));
        assertThat(retention.firstDay()).as("an older loan").isEqualTo(TODAY + 20 - WINDOW);
        retention.heard(List.of(FilledStore.loan(1, 1, TODAY + 9_000)));
        assertThat(retention.firstDay())
                .as("no loan has that day yet")
                .isEqualTo(TODAY + 20 - WINDOW);
        retention.heard(List.of(FilledStore.loan(1, 1, TODAY + 199)));
        assertThat(retention.firstDay()).isEqualTo(TODAY + 200 - WINDOW);
        assertThat(retention.doubted()).isEmpty();
    }

    @Test
    void withoutLoansAWeekOfRunningPutsItRight() {
        Retention retention = retention(OptionalInt.of(TODAY));
        clock.day = TODAY + 200;
        for (int day = 1; day < Retention.STEADY; day++) {
            retention.dayPassed();
            clock.day++;
            assertThat(retention.firstDay()).isEqualTo(TODAY - WINDOW);
        }
        retention.dayPassed();
        assertThat(retention.firstDay()).isEqualTo(clock.day - WINDOW);
    }

    @Property
    void noLeapOfTheClockMovesTheWindowFartherThanADoubtedOneMay(
            @ForAll @Size(max = 30) List<@IntRange(max = 40_000) Integer> days) {
        Retention retention = retention(OptionalInt.of(TODAY));
        int before = TODAY;
        for (int day : days) {
            clock.day = day;
            int now = retention.firstDay() + WINDOW;
            assertThat(now).isBetween(before, before + Retention.LEAP);
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
            assertThat(engine.retention().doubted()).isPresent();
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

    private Retention retention(OptionalInt remembered) {
        return new Retention(OptionalInt.of(WINDOW), clock, remembered, noted::add);
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
