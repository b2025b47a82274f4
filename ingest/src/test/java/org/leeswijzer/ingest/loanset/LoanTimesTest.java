package org.leeswijzer.ingest.loanset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoanTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-02-05 | 2016-02-05T00:00:00Z",
                "1919-11-18 | 1919-11-18T00:00:00Z",
                "2016-2-5 | 2016-02-05T00:00:00Z",
                "2016/02/05 | 2016-02-05T00:00:00Z",
                "20160205 | 2016-02-05T00:00:00Z",
                "20160205101112 | 2016-02-05T10:11:12Z",
                "20160205T101112Z | 2016-02-05T10:11:12Z",
                "2016-02-05T10:11:12Z | 2016-02-05T10:11:12Z",
                "2016-02-05T10:11:12 | 2016-02-05T10:11:12Z",
                "2016-02-05 10:11 | 2016-02-05T10:11:00Z",
                "2016-02-05 10:11:12.123456 | 2016-02-05T10:11:12Z",
                "2016-02-05 10:11:12,5+0100 | 2016-02-05T09:11:12Z",
                "2016-02-05T00:11:12+01:00 | 2016-02-04T23:11:12Z",
                "2016-02-05T00:11:12+01:00[Europe/Amsterdam] | 2016-02-04T23:11:12Z",
                "2016-02-05 10:11:12 UTC | 2016-02-05T10:11:12Z",
                "05/02/2016 | 2016-02-05T00:00:00Z",
                "5-2-2016 10:11 | 2016-02-05T10:11:00Z",
                "05.02.2016 | 2016-02-05T00:00:00Z",
                "02/13/2008 07:38:00 PM | 2008-02-13T19:38:00Z",
                "02/13/2008 12:38 am | 2008-02-13T00:38:00Z",
                "1454667072 | 2016-02-05T10:11:12Z",
                "1454667072.0 | 2016-02-05T10:11:12Z",
                "1454667072123 | 2016-02-05T10:11:12Z",
                "1454667072123456 | 2016-02-05T10:11:12Z",
                "-1581465600 | 1919-11-21T00:00:00Z",
            })
    void readsWhatPeopleWrite(String text, String instant) {
        assertThat(Instant.ofEpochSecond(new LoanTimes(DateOrder.DAY_FIRST).seconds(text)))
                .isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "16836",
                "2016",
                "2016-13-05",
                "2016-02-30",
                "0000-00-00",
                "32/01/2016",
                "13/13/2016",
                "5/2/16",
                "2016-02-05T25:00",
                "02/13/2008 13:38 PM",
                "2016-02-05x",
                "P0293",
            })
    void takesNothingElseForATime(String text) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> new LoanTimes(DateOrder.DAY_FIRST).seconds(text));
    }

    @Property
    void readsBackWhatInstantsWrite(
            @ForAll @LongRange(min = -4_000_000_000L, max = 9_000_000_000L) long second) {
        Instant instant = Instant.ofEpochSecond(second);
        LoanTimes times = new LoanTimes(DateOrder.MONTH_FIRST);
        assertThat(times.seconds(instant.toString())).isEqualTo(second);
        assertThat(times.either()).isZero();
    }

    @Test
    void countsWhichWayRoundDatesAre() {
        LoanTimes times = new LoanTimes(DateOrder.MONTH_FIRST);
        assertThat(times.shown()).isEmpty();
        assertThat(times.seconds("03/04/2016")).isEqualTo(times.seconds("2016-03-04"));
        assertThat(times.either()).isEqualTo(1);
        assertThat(times.seconds("23/04/2016")).isEqualTo(times.seconds("2016-04-23"));
        assertThat(times.shown()).contains(DateOrder.DAY_FIRST);
        assertThat(times.remark())
                .hasValueSatisfying(
                        remark ->
                                assertThat(remark)
                                        .contains(
                                                "month/day/year: 0 rows",
                                                "1 not in that one",
                                                "--dates"));
    }
}
