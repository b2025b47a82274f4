package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leeswijzer.api.http.EventLogHandler;
import org.leeswijzer.api.report.Words;

/** How sentences of the engine's get into a Dutch page. */
class SaidTest {
    private static final Words DUTCH = new Words(true);
    private static final String LAG = "12 records of the event log are unread, and may be 0";

    @Test
    void aSentenceWithinASentenceIsTranslatedToo() {
        assertThat(Said.of("version 4 is withheld: " + LAG + "; " + LAG, DUTCH))
                .isEqualTo(
                        Said.asIs(
                                "versie 4 is achtergehouden: 12 berichten van het logboek zijn nog niet gelezen, en 0 mag; 12 berichten van het logboek zijn nog niet gelezen, en 0 mag"));
    }

    @Test
    void figuresHaveTheCommaOfDutch() {
        assertThat(
                        Said.of(
                                        "nDCG is +0.0012 (95%: -0.0003 to +0.0027) against version 2, and may not be below it beyond noise",
                                        DUTCH)
                                .text())
                .startsWith("nDCG is +0,0012 (95%: -0,0003 tot +0,0027) ten opzichte van versie 2");
    }

    @Test
    void whatWaitsForTheEventLogIsToldInDutch() {
        assertThat(Said.of(EventLogHandler.AWAY, DUTCH).lang()).isNull();
    }

    @Test
    void whatWeHaveNoDutchOfIsMarkedAsEnglish() {
        assertThat(Said.of("something new", DUTCH)).isEqualTo(new Said("something new", "en"));
    }

    @Test
    void anEnglishPageHasItAsItIs() {
        assertThat(Said.of(LAG, new Words(false))).isEqualTo(Said.asIs(LAG));
    }

    @Test
    void whatStaffWroteIsNotTakenForAPlaceholder() {
        assertThat(
                        Said.of(
                                        "record is '$2' of zwolle, which no catalogue describes: give a record's id",
                                        DUTCH)
                                .text())
                .contains("“$2” van zwolle");
    }
}
