package org.leeswijzer.engine.popular;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far back one looks, today included. */
public enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(91),
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** How many days it has. */
    public int days() {
        return days;
    }

    /** As requests name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period of that name; empty if there is none. */
    public static Optional<Period> of(String text) {
        return Arrays.stream(values()).filter(period -> period.text().equals(text)).findFirst();
    }
}
