package org.leeswijzer.ingest.decode;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day of a loan out of what sources write: a date, or a date and time with or without seconds, fractions and
 * offset ({@code Z}, {@code -01}, {@code -01:00}, {@code +0000}). An instant counts for its day in UTC; a date, or a
 * time without an offset, for the date that is written. For one thread.
 */
public final class LoanDay {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})"
                            + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,30})?)?"
                            + " ?([Zz]|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)?)?");

    /** Clocks of libraries and ours may differ, and it is tomorrow already east of here. */
    private static final int DAYS_AHEAD = 1;

    private static final int REMEMBERED = 1_000;

    private final Clock clock;
    private final Map<String, LocalDate> days = new HashMap<>();

    /** Days that have come, by that clock. */
    public LoanDay(Clock clock) {
        this.clock = clock;
    }

    /**
     * Days since 1970-01-01.
     *
     * @throws BadRecord if the field is absent, no date, or more than one day after today
     */
    public int of(Fields fields, String field) {
        String text =
                fields.optionalText(field)
                        .orElseThrow(() -> fields.missing(field, "the day of the loan"));
        LocalDate day;
        try {
            day = remembered(text);
        } catch (DateTimeException e) {
            throw fields.bad(
                    field, "is not a date: write it as 2017-01-05 or 2017-01-05T12:42:21Z");
        }
        if (day.isAfter(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD))) {
            throw fields.bad(
                    field, "is in the future: check the clock and time zone of the source");
        }
        return (int) day.toEpochDay();
    }

    /* Loans come by the day, and most are written like the one before. */
    private LocalDate remembered(String text) {
        LocalDate known = days.get(text);
        if (known != null) {
            return known;
        }
        LocalDate day = day(text);
        if (days.size() >= REMEMBERED) {
            days.clear();
        }
        days.put(text, day);
        return day;
    }

    private static LocalDate day(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new DateTimeException("no date");
        }
        LocalDate date = LocalDate.parse(written.group(1));
        if (written.group(2) == null) {
            return date;
        }
        LocalTime time =
                LocalTime.of(
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(3)),
                        written.group(4) == null ? 0 : Integer.parseInt(written.group(4)));
        if (written.group(5) == null) {
            return date;
        }
        ZoneOffset offset = ZoneOffset.of(written.group(5).replace('z', 'Z'));
        return date.atTime(time)
                .atOffset(offset)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate();
    }
}
