package org.leeswijzer.engine.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");
    private static final Library OOST = new Library("oost");

    @Test
    void everyLibraryHasItsOwnFirstDay() {
        Retention retention =
                new Retention(
                        OptionalInt.of(730),
                        Map.of(ZUID, OptionalInt.of(1), OOST, OptionalInt.empty()));
        Window window = retention.on(TODAY);
        int today = (int) TODAY.toEpochDay();
        assertThat(window.firstDay(NOORD)).isEqualTo(today - 730);
        assertThat(window.firstDay(ZUID)).isEqualTo(today - 1);
        assertThat(window.firstDay(OOST)).isEqualTo(Integer.MIN_VALUE);
        assertThat(retention.daysOf(NOORD)).hasValue(730);
        assertThat(retention.isForGood()).isFalse();
    }

    @Test
    void oneLibraryMayLetLoansGoWhereAllOthersKeepThem() {
        Retention retention = new Retention(OptionalInt.empty(), Map.of(ZUID, OptionalInt.of(9)));
        assertThat(retention.isForGood()).isFalse();
        assertThat(Retention.of(OptionalInt.empty()).isForGood()).isTrue();
    }

    @Test
    void lessThanADayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.of(OptionalInt.of(0)))
                .withMessageStartingWith("retentionDays is 0: give at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Retention(OptionalInt.empty(), Map.of(ZUID, OptionalInt.of(-1))))
                .withMessageStartingWith("retentionDays of library zuid is -1: give at least 1");
    }
}
