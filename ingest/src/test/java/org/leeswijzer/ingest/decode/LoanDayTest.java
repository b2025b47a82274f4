package org.leeswijzer.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoanDayTest {
    private final LoanDay days = new LoanDay(CLOCK);

    @ParameterizedTest
    @CsvSource({
        "2017-01-05, 2017-01-05",
        "1919-11-18, 1919-11-18",
        "2017-01-05T12:42:21Z, 2017-01-05",
        "2017-01-05T12:42:21z, 2017-01-05",
        "2017-01-05t12:42:21Z, 2017-01-05",
        "2017-01-05 12:42:21, 2017-01-05",
        "2017-01-05T12:42, 2017-01-05",
        "2017-01-05T12:42:21.123Z, 2017-01-05",
        "2017-01-05T12:42:21.123456789012Z, 2017-01-05",
        "2017-01-05T23:30:00-01:00, 2017-01-06",
        "2017-01-05T00:30:00+01:00, 2017-01-04",
        "2017-01-05T00:30:00+0100, 2017-01-04",
        "2017-01-05T00:30:00+01, 2017-01-04",
        "2017-01-05T00:30:00+00:00, 2017-01-05",
        "2017-01-05T00:30:00.000+0000, 2017-01-05",
        "2024-02-29, 2024-02-29",
        "2026-03-02T23:59:59Z, 2026-03-02"
    })
    void readsWhatSourcesWrite(String written, String date) {
        assertThat(read(written)).isEqualTo(day(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "05-01-2017",
                "2017-13-01",
                "2023-02-29",
                "2017-01-05T25:00:00Z",
                "2017-01-05T12:42:21+19:00",
                "2017-01-05T12:42:21Zulu",
                "20170105",
                "1483620141"
            })
    void refusesWhatIsNoDateWithoutQuotingIt(String written) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(written))
                .withMessage(
                        "loanedAt is not a date: write it as 2017-01-05 or 2017-01-05T12:42:21Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03", "2026-03-02T23:30:00-01:00", "9999-12-31"})
    void refusesWhatIsMoreThanOneDayAhead(String written) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(written))
                .withMessageStartingWith("loanedAt is in the future");
    }

    @Test
    void refusesAbsenceAndOtherTypes() {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> days.of(new Fields(Json.object()), "loanedAt"))
                .withMessage("loanedAt is missing: give the day of the loan");
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(
                        () -> days.of(new Fields(Json.object().put("loanedAt", 17)), "loanedAt"))
                .withMessage("loanedAt is a number: give a text");
    }

    private int read(String written) {
        return days.of(new Fields(Json.object().put("loanedAt", written)), "loanedAt");
    }
}
