package org.leeswijzer.ingest.loanset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as people write them: 2016-02-05, 05/02/2016 and 20160205, with a time of day behind or not, with a zone or
 * not; and Unix times in seconds, milliseconds or microseconds. For one thread.
 */
final class LoanTimes {
    /** So a wrong time is to be written. */
    static final String REMEDY =
            "write 2016-02-05, 2016-02-05T10:11:12Z, 2016-02-05 10:11:12, 05/02/2016, or Unix seconds";

    private static final String OF_DAY =
            "(?:[T,]?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp][Mm])?"
                    + "\\s*([Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?(?:\\[[\\w/+-]+])?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + OF_DAY);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + OF_DAY);
    private static final Pattern COMPACT =
            Pattern.compile(
                    "((?:1[5-9]|20|21)\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})Z?)?");
    private static final Pattern UNIX = Pattern.compile("(\\d{9,16}|-\\d{5,16})(?:\\.\\d+)?");

    private static final int DATE_GROUPS = 3;
    private static final int DAY_SECONDS = 86_400;
    private static final int NOON = 12;
    private static final int MONTHS = 12;
    private static final long MOST_SECONDS = 100_000_000_000L;
    private static final long MOST_MILLIS = 100_000_000_000_000L;

    private final DateOrder assumed;
    private long dayFirst;
    private long monthFirst;
    private long either;

    /** @param assumed of dates that could be read both ways */
    LoanTimes(DateOrder assumed) {
        this.assumed = assumed;
    }

    /** The order that dates show which can be read in one way only; empty if none or as many show both. */
    Optional<DateOrder> shown() {
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        return Optional.of(dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /** How many dates could be read both ways. */
    long either() {
        return either;
    }

    /** What dates such as 03/04/2016 were taken for, and why; empty if there were none. */
    Optional<String> remark() {
        if (either == 0) {
            return Optional.empty();
        }
        return Optional.of(
                "dates such as 03/04/2016 were read as %s: %d rows can be read in no other way, %d not in that one; --dates says otherwise"
                        .formatted(
                                assumed.text(),
                                assumed == DateOrder.DAY_FIRST ? dayFirst : monthFirst,
                                assumed == DateOrder.DAY_FIRST ? monthFirst : dayFirst));
    }

    /**
     * Seconds since 1970-01-01: of an instant in UTC, else of the date and time that are written.
     *
     * @throws DateTimeException if it is no time
     */
    long seconds(String text) {
        Matcher iso = YEAR_FIRST.matcher(text);
        if (iso.matches()) {
            return at(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)), iso);
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return at(date(number(last, 1), number(last, 2), number(last, 3)), last);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            LocalDate date =
                    LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3));
            return compact.group(4) == null
                    ? date.toEpochDay() * DAY_SECONDS
                    : date.toEpochDay() * DAY_SECONDS
                            + LocalTime.of(
                                            number(compact, 4),
                                            number(compact, 5),
                                            number(compact, 6))
                                    .toSecondOfDay();
        }
        Matcher unix = UNIX.matcher(text);
        if (unix.matches()) {
            return unix(Long.parseLong(unix.group(1)));
        }
        throw new DateTimeException("no time");
    }

    /* Whatever is not a second of this millennium or the next is a finer unit. */
    private static long unix(long number) {
        long size = Math.abs(number);
        if (size < MOST_SECONDS) {
            return number;
        }
        return Math.floorDiv(number, size < MOST_MILLIS ? 1_000 : 1_000_000);
    }

    private LocalDate date(int first, int second, int year) {
        if (first > MONTHS) {
            dayFirst++;
            return LocalDate.of(year, second, first);
        }
        if (second > MONTHS) {
            monthFirst++;
            return LocalDate.of(year, first, second);
        }
        // 04/04/2016 is the same day in both.
        either += first == second ? 0 : 1;
        return assumed == DateOrder.DAY_FIRST
                ? LocalDate.of(year, second, first)
                : LocalDate.of(year, first, second);
    }

    private static long at(LocalDate date, Matcher time) {
        long seconds = date.toEpochDay() * DAY_SECONDS;
        if (time.group(DATE_GROUPS + 1) == null) {
            return seconds;
        }
        LocalTime ofDay =
                LocalTime.of(
                        hour(number(time, DATE_GROUPS + 1), time.group(DATE_GROUPS + 4)),
                        number(time, DATE_GROUPS + 2),
                        time.group(DATE_GROUPS + 3) == null ? 0 : number(time, DATE_GROUPS + 3));
        return seconds + ofDay.toSecondOfDay() - offset(time.group(DATE_GROUPS + 5));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > NOON) {
            throw new DateTimeException("no hour of half a day");
        }
        return hour % NOON + (half.toLowerCase(Locale.ROOT).equals("pm") ? NOON : 0);
    }

    private static int offset(@Nullable String zone) {
        return zone == null || Character.isLetter(zone.charAt(0))
                ? 0
                : ZoneOffset.of(zone).getTotalSeconds();
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }
}
