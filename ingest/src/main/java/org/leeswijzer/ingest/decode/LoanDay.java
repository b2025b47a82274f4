package org.leeswijzer.ingest.decode;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

    private static final int FIRST_YEAR = 1;
    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /** No day, but the sign of one that has to be read with care. */
    public static final int UNUSUAL = Integer.MIN_VALUE;

    private final Clock clock;

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
        return of(fields.bad(field, "").field(), text);
    }

    /**
     * The same of a text that is there.
     *
     * @param field for the message
     */
    public int of(String field, String text) {
        int plain = plain(text);
        if (plain != UNUSUAL) {
            return plain;
        }
        LocalDate day;
        try {
            day = day(text);
        } catch (DateTimeException e) {
            throw new BadRecord(
                    field, "is not a date: write it as 2017-01-05 or 2017-01-05T12:42:21Z");
        }
        return of(field, day);
    }

    /** The same of the day itself. */
    public int of(String field, LocalDate day) {
        if (day.isAfter(LocalDate.ofEpochDay(lastDay()))) {
            throw new BadRecord(
                    field, "is in the future: check the clock and time zone of the source");
        }
        if (day.getYear() < FIRST_YEAR) {
            throw new BadRecord(field, "is before the year 1: give the day of the loan");
        }
        return (int) day.toEpochDay();
    }

    /**
     * The day of a text such as {@code 2017-01-05}, {@code 2017-01-05 12:42:21} or {@code 2017-01-05T12:42:21Z}, which
     * are nearly all there are, for a hundredth of the cost; {@link #UNUSUAL} if it has to be read with care.
     */
    public int plain(String text) {
        if (text.length() != 10 && !(text.length() > 10 && endsPlainly(text))) {
            return UNUSUAL;
        }
        int year = digits(text, 0) * 100 + digits(text, 2);
        int month = digits(text, 5);
        int day = digits(text, 8);
        if (year < FIRST_YEAR
                || month < 1
                || month > 12
                || day < 1
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return UNUSUAL;
        }
        int days = (int) LocalDate.of(year, month, day).toEpochDay();
        return days > lastDay() ? UNUSUAL : days;
    }

    private static boolean endsPlainly(String text) {
        return (text.length() == 19 || (text.length() == 20 && text.charAt(19) == 'Z'))
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && isUpTo(23, digits(text, 11))
                && isUpTo(59, digits(text, 14))
                && isUpTo(59, digits(text, 17));
    }

    private static boolean isUpTo(int most, int number) {
        return number >= 0 && number <= most;
    }

    /* Two digits from there; far below zero if they are none. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return isUpTo(9, tens) && isUpTo(9, ones) ? 10 * tens + ones : -100_000;
    }

    private long lastDay() {
        return Math.floorDiv(clock.millis(), MILLIS_PER_DAY) + DAYS_AHEAD;
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
