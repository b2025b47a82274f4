package org.leeswijzer.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.day;
import static org.leeswijzer.ingest.TestRecords.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.RawRecord;

class JsonlDecoderTest {
    private static final String KEYS =
            "\"patronKey\":\"0123456789abcdef0011223344556677\",\"loanKey\":\"FFFFFFFFFFFFFFFF0000000000000001\"";

    private final Secrets secrets = TestRecords.secrets();
    private final JsonlDecoder decoder = new JsonlDecoder(secrets, CLOCK);

    @Test
    void readsALoanOfATitleAndOfAnItem() {
        var pseudonyms = secrets.pseudonymiser(ZWOLLE);
        String loan =
                "{'library':'zwolle','loanId':'L1','patron':'%s','%s':'b1','loanedAt':'2025-03-01T10:00:00Z','returnedAt':'2025-03-09','patronGroup':'child'}";
        assertThat(events(loan.formatted(PATRON, "title")))
                .containsExactly(
                        new LoanMade(
                                ZWOLLE,
                                pseudonyms.loan("L1"),
                                pseudonyms.patron(PATRON),
                                new Borrowed.OfTitle("b1"),
                                day("2025-03-01")));
        assertThat(((LoanMade) events(loan.formatted(PATRON, "item")).get(0)).borrowed())
                .isEqualTo(new Borrowed.OfItem("b1"));
    }

    @Test
    void readsIdsThatAreWholeNumbersAsTheirDigits() {
        assertThat(
                        events(
                                "{'library':'zwolle','loanId':12,'patron':34,'title':56,'loanedAt':'2025-03-01'}"))
                .isEqualTo(
                        events(
                                "{'library':'zwolle','loanId':'12','patron':'34','title':'56','loanedAt':'2025-03-01'}"));
    }

    @Test
    void readsKeysInsteadOfNumbers() {
        assertThat(events("{'library':'zwolle'," + KEYS + ",'title':'b1','loanedAt':'2025-03-01'}"))
                .containsExactly(
                        new LoanMade(
                                ZWOLLE,
                                new LoanKey(-1L, 1L),
                                new PatronKey(0x0123456789abcdefL, 0x0011223344556677L),
                                new Borrowed.OfTitle("b1"),
                                day("2025-03-01")));
    }

    @Test
    void makesUpALoanIdThatIsTheSameForTheSameLoanAndForNoOther() {
        String loan = "{'library':'zwolle','patron':'%s','%s':'%s','loanedAt':'%s'}";
        LoanKey first = made(loan.formatted("p", "title", "b", "2025-03-01"));
        assertThat(made(loan.formatted("p", "title", "b", "2025-03-01T09:00:00Z")))
                .isEqualTo(first);
        assertThat(
                        List.of(
                                made(loan.formatted("q", "title", "b", "2025-03-01")),
                                made(loan.formatted("p", "item", "b", "2025-03-01")),
                                made(loan.formatted("p", "title", "c", "2025-03-01")),
                                made(loan.formatted("p", "title", "b", "2025-03-02"))))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsWhatIsToBeForgotten() {
        var pseudonyms = secrets.pseudonymiser(ZWOLLE);
        assertThat(events("{'library':'zwolle','loanId':'L1','forgotten':true}"))
                .containsExactly(new LoanForgotten(ZWOLLE, pseudonyms.loan("L1")));
    }

    @Test
    void readsAPatronsWordAndWhenItWasSaid() {
        PatronKey patron = secrets.pseudonymiser(ZWOLLE).patron(PATRON);
        Instant now = CLOCK.instant();
        Instant before = Instant.parse("2026-02-01T09:00:00Z");
        assertThat(word("'erased':true")).isEqualTo(new PatronErased(ZWOLLE, patron, now));
        assertThat(word("'erased':true,'saidAt':'2026-02-01T10:00:00+01:00'"))
                .isEqualTo(new PatronErased(ZWOLLE, patron, before));
        assertThat(word("'erased':true,'saidAt':'2027-02-01T10:00:00Z'"))
                .as("a clock that is ahead")
                .isEqualTo(new PatronErased(ZWOLLE, patron, now));
        assertThat(word("'erased':true,'forGood':true")).isEqualTo(new PatronGone(ZWOLLE, patron));
        assertThat(word("'optOut':true")).isEqualTo(new PatronOptedOut(ZWOLLE, patron, now));
        assertThat(word("'optOut':false,'saidAt':'2026-02-01T09:00:00Z'"))
                .isEqualTo(new PatronOptedIn(ZWOLLE, patron, before));
        assertThat(word("'consent':true"))
                .isEqualTo(new PatronConsented(ZWOLLE, patron, true, now));
        assertThat(word("'consent':false,'saidAt':'2026-02-01T09:00:00Z'"))
                .isEqualTo(new PatronConsented(ZWOLLE, patron, false, before));
        assertThatThrownBy(() -> word("'optOut':true,'saidAt':'yesterday'"))
                .hasMessage("saidAt is not a moment: write it as 2026-03-01T12:00:00Z");
    }

    @Test
    void aWordThatDoesNotSayWhenIsOfTheTimeOfItsRecord() {
        byte[] value =
                "{\"library\":\"zwolle\",\"patron\":\"p\",\"optOut\":true}"
                        .getBytes(StandardCharsets.UTF_8);
        long published = CLOCK.millis() - 5_000;
        var record =
                new ConsumerRecord<byte[], byte[]>(
                        "t",
                        0,
                        0,
                        published,
                        TimestampType.CREATE_TIME,
                        0,
                        value.length,
                        null,
                        value,
                        new RecordHeaders(),
                        Optional.empty());
        Decoded.Events decoded = (Decoded.Events) decoder.decode(RawRecord.of(record));
        assertThat(decoded.events())
                .containsExactly(
                        new PatronOptedOut(
                                ZWOLLE,
                                secrets.pseudonymiser(ZWOLLE).patron("p"),
                                Instant.ofEpochMilli(published)));
    }

    private LibraryEvent word(String word) {
        return events("{'library':'zwolle','patron':'" + PATRON + "'," + word + "}").get(0);
    }

    @Test
    void readsATitleWithEverything() {
        Decoded.Events decoded =
                decode(
                        "{'library':'zwolle','id':'b1','hrid':'in1','workId':'w1','title':'Max Havelaar','authors':['Multatuli'],"
                                + "'isbns':['0-306-40615-2','9780306406157','9780306406158','geen'],'subjects':['Colonialism'],'series':['Salamander'],"
                                + "'language':'dut','mediaType':'Audiobook','audience':'young adult','year':1860,'suppressed':true,'items':['i1','i2']}");
        assertThat(decoded.isbnsLeftOut()).isEqualTo(2);
        assertThat(decoded.events())
                .containsExactly(
                        new TitleSeen(
                                new TitleRecord(
                                        ZWOLLE,
                                        "b1",
                                        "in1",
                                        "w1",
                                        new Description(
                                                "Max Havelaar",
                                                List.of("Multatuli"),
                                                List.of(new Isbn("9780306406157")),
                                                List.of("Colonialism"),
                                                List.of("Salamander"),
                                                "dut",
                                                MediaType.AUDIOBOOK,
                                                Audience.YOUNG_ADULT,
                                                1860),
                                        true)),
                        new ItemSeen(ZWOLLE, "i1", "b1"),
                        new ItemSeen(ZWOLLE, "i2", "b1"));
    }

    @Test
    void readsATitleWithHardlyAnything() {
        assertThat(events("{'library':'zwolle','id':'b1','title':'T','year':null,'colour':'red'}"))
                .containsExactly(
                        new TitleSeen(
                                new TitleRecord(
                                        ZWOLLE,
                                        "b1",
                                        null,
                                        null,
                                        new Description(
                                                "T",
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                "",
                                                MediaType.BOOK,
                                                Audience.UNKNOWN,
                                                null),
                                        false)));
    }

    @Test
    void readsTheEndOfATitle() {
        assertThat(events("{'library':'zwolle','id':'b1','deleted':true}"))
                .containsExactly(new TitleGone(ZWOLLE, "b1"));
    }

    @Test
    void readsHowACopyStandsAndItsEnd() {
        assertThat(events("{'library':'zwolle','item':'i1','title':'b1'}"))
                .containsExactly(new ItemSeen(ZWOLLE, "i1", "b1"));
        assertThat(events("{'library':'zwolle','item':'i1','title':'b1','available':false}"))
                .containsExactly(new ItemSeen(ZWOLLE, "i1", "b1", false));
        assertThat(events("{'library':'zwolle','item':'i1','deleted':true}"))
                .containsExactly(new ItemGone(ZWOLLE, "i1"));
    }

    @Test
    void takesTheLibraryThatStandsInWhereALineNamesNone() {
        JsonlDecoder standIn = new JsonlDecoder(secrets, CLOCK, ZWOLLE);
        assertThat(standIn.decode(record("t", "{\"id\":\"b1\",\"deleted\":true}")))
                .isEqualTo(Decoded.Events.of(new TitleGone(ZWOLLE, "b1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|value is neither a loan nor a title",
                "{'library':'zwolle','patron':'P-4711-0815-2342'}|title is missing",
                "{'library':'zwolle','patron':'P-4711-0815-2342','title':'b'}|loanedAt is missing",
                "{'library':'zwolle','title':'b','loanedAt':'2025-03-01'}|patron is missing",
                "{'patron':'P-4711-0815-2342','title':'b','loanedAt':'2025-03-01'}|library is missing",
                "{'library':'P-4711-0815-2342','patron':'p','title':'b','loanedAt':'2025-03-01'}|library is not a library's code",
                "{'library':'zwolle','patron':['P-4711-0815-2342'],'title':'b','loanedAt':'2025-03-01'}|patron is an array",
                "{'library':'zwolle','patron':4711.5,'title':'b','loanedAt':'2025-03-01'}|patron is a number",
                "{'library':'zwolle','patron':' ','title':'b','loanedAt':'2025-03-01'}|patron is not an id",
                "{'library':'zwolle','patron':'P-4711-0815-2342\\u0000','title':'b','loanedAt':'2025-03-01'}|patron is not an id",
                "{'library':'zwolle','patron':'p','title':'b','loanedAt':'P-4711-0815-2342'}|loanedAt is not a date",
                "{'library':'zwolle','patron':'p','title':'b','loanedAt':'2026-03-03'}|loanedAt is in the future",
                "{'library':'zwolle','patronKey':'P-4711-0815-2342','title':'b','loanedAt':'2025-03-01'}|patronKey is not a key",
                "{'library':'zwolle','patron':'P-4711-0815-2342','forgotten':true}|loanId is missing",
                "{'library':'zwolle','loanId':'1','forgotten':'yes'}|forgotten is a text",
                "{'library':'zwolle','item':'i1'}|value is neither a loan nor a title",
                "{'library':'zwolle','item':'i1','deleted':false}|title is missing",
                "{'library':'zwolle','item':'i1','title':'b1','available':1}|available is a number: give true or false",
                "{'library':'zwolle','id':'b1'}|title is missing",
                "{'library':'zwolle','id':'b1','title':''}|title is blank",
                "{'library':'zwolle','id':'b1','title':'t','authors':'Multatuli'}|authors is a text",
                "{'library':'zwolle','id':'b1','title':'t','authors':[1]}|authors is a number",
                "{'library':'zwolle','id':'b1','title':'t','year':'1860'}|year is a text",
                "{'library':'zwolle','id':'b1','title':'t','year':1860.5}|year is a number",
                "{'library':'zwolle','id':'b1','title':'t','year':18600}|year is 18600: give one from -5000 to 9999",
                "{'library':'zwolle','id':'b1','title':'t','mediaType':'vinyl'}|mediaType is not known: give one of book, film,",
                "{'library':'zwolle','id':'b1','title':'t','audience':'dogs'}|audience is not known: give one of adult,",
                "{'library':'zwolle','id':'b1','title':'t','items':['i\\u0000']}|items is not an id"
            },
            quoteCharacter = '~')
    void namesTheFieldAndTheRemedyButNeverAValue(String line, String problem) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> decode(line))
                .withMessageStartingWith(problem)
                .withMessageContaining(": ")
                .withMessageNotContaining("4711");
    }

    private LoanKey made(String line) {
        return ((LoanMade) events(line).get(0)).loan();
    }

    private List<LibraryEvent> events(String line) {
        return decode(line).events();
    }

    private Decoded.Events decode(String line) {
        return (Decoded.Events) decoder.decode(record("leeswijzer.loans", line.replace('\'', '"')));
    }
}
