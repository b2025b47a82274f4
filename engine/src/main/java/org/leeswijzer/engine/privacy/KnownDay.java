package org.leeswijzer.engine.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which day it is, which no clock that leaps can move far. Safe for use by many threads. */
public final class KnownDay {
    /*
     * What has left the window is removed, and is gone. A clock that says another year for a moment would so remove all. The
     * clock is therefore held against the last day that was believed, which the store remembers, and against the days of loans
     * that come, which are told by other clocks. One that is further ahead than LEAP is not believed, until a loan of such a
     * day comes, or until it has gone on like that for STEADY days in a row while this process ran. The day that is believed
     * never goes back.
     */
    static final int LEAP = 31;
    static final int STEADY = 7;

    private static final Logger LOG = LoggerFactory.getLogger(KnownDay.class);

    private final Clock clock;
    private final IntConsumer memory;
    private OptionalInt believed;
    private boolean isDoubted;
    private int steady;

    /**
     * A day that goes on from what is remembered.
     *
     * @param remembered the day that was believed last, since 1970; empty in a new store, which believes its clock
     * @param memory is told every day that is believed, once
     */
    public KnownDay(Clock clock, OptionalInt remembered, IntConsumer memory) {
        this.clock = clock;
        this.memory = memory;
        believed = remembered;
    }

    /** The clock, but never before the day that is believed: a loan of today is not of the future for a clock that went back. */
    public Clock clock() {
        return new NotBefore(clock, this::firstMoment);
    }

    private synchronized Instant firstMoment() {
        return today().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The day that is believed. */
    public synchronized LocalDate today() {
        return LocalDate.ofEpochDay(known());
    }

    private int known() {
        int clocks = clocksDay();
        int last = believed.orElse(clocks);
        boolean leaps = clocks > last + LEAP;
        if (leaps != isDoubted) {
            isDoubted = leaps;
            steady = 0;
            tell(clocks, last);
        }
        if (!leaps && (clocks > last || believed.isEmpty())) {
            believe(clocks);
        }
        return believed.orElse(clocks);
    }

    private int clocksDay() {
        return (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    private void believe(int day) {
        believed = OptionalInt.of(day);
        memory.accept(day);
    }

    private void tell(int clocks, int last) {
        if (isDoubted) {
            LOG.error(
                    "The clock says {}, and {} was the last day known: loans are not removed by such a leap. See to the clock; if it is right, a loan of these days or {} days of running put it right",
                    LocalDate.ofEpochDay(clocks),
                    LocalDate.ofEpochDay(last),
                    STEADY);
        } else {
            LOG.info("The clock is believed again: it is {}", LocalDate.ofEpochDay(clocks));
        }
    }

    /** Is told what comes: a loan of a day that has not come yet says nothing. */
    public synchronized void heard(List<LibraryEvent> events) {
        if (clocksDay() <= believed.orElse(Integer.MAX_VALUE) + LEAP) {
            return;
        }
        events.stream()
                .filter(LibraryEvent.LoanMade.class::isInstance)
                .mapToInt(event -> ((LibraryEvent.LoanMade) event).day())
                .filter(day -> day <= clocksDay() && day > believed.orElse(day))
                .max()
                .ifPresent(this::believe);
    }

    /** Is told that a day has passed while this process ran. */
    public synchronized void dayPassed() {
        var unused = known();
        if (isDoubted && ++steady >= STEADY) {
            believe(clocksDay());
        }
    }

    /** The day by the clock, if it is not believed. */
    public synchronized Optional<LocalDate> doubted() {
        var unused = known();
        return isDoubted ? Optional.of(LocalDate.ofEpochDay(clocksDay())) : Optional.empty();
    }
}
