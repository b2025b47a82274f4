package org.leeswijzer.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.TODAY;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.AllLoansForgotten;
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
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.Json;

class JsonlWriterTest {
    private static final Secrets SECRETS = TestRecords.secrets();
    private static final JsonlDecoder DECODER = new JsonlDecoder(SECRETS, CLOCK);

    @Property
    void whatIsWrittenIsReadAsTheSameEvents(@ForAll("lines") List<LibraryEvent> line) {
        assertThat(DECODER.decode(Json.read(JsonlWriter.write(line))).events()).isEqualTo(line);
    }

    @Test
    void writesNeitherAPatronNumberNorALoanId() {
        List<LibraryEvent> loan =
                DECODER.decode(
                                Json.read(
                                        "{\"library\":\"zwolle\",\"loanId\":\"LOAN-99\",\"patron\":\"%s\",\"title\":\"b\",\"loanedAt\":\"2025-03-01T10:00:00Z\",\"patronGroup\":\"child\"}"
                                                .formatted(PATRON)
                                                .getBytes(StandardCharsets.UTF_8)))
                        .events();
        assertThat(new String(JsonlWriter.write(loan), StandardCharsets.UTF_8))
                .matches(
                        "\\{\"library\":\"zwolle\",\"loanKey\":\"[0-9a-f]{32}\",\"patronKey\":\"[0-9a-f]{32}\",\"title\":\"b\",\"loanedAt\":\"2025-03-01\"}");
    }

    @Test
    void refusesEventsThatNoLineMeans() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonlWriter.write(List.of(new AllLoansForgotten(ZWOLLE))));
        TitleGone gone = new TitleGone(ZWOLLE, "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonlWriter.write(List.of(gone, gone)));
    }

    @Provide
    Arbitrary<List<LibraryEvent>> lines() {
        Arbitrary<PatronKey> patrons =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(PatronKey::new);
        Arbitrary<LoanKey> loans =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(LoanKey::new);
        Arbitrary<Borrowed> borrowed =
                Arbitraries.oneOf(
                        ids().map(Borrowed.OfTitle::new), ids().map(Borrowed.OfItem::new));
        Arbitrary<Integer> days =
                Arbitraries.integers()
                        .between(TestRecords.day("0001-01-01"), (int) TODAY.toEpochDay());
        Arbitrary<LibraryEvent> single =
                Arbitraries.oneOf(
                        Combinators.combine(loans, patrons, borrowed, days)
                                .as((loan, p, b, day) -> new LoanMade(ZWOLLE, loan, p, b, day)),
                        loans.map(loan -> new LoanForgotten(ZWOLLE, loan)),
                        patrons.map(patron -> new PatronGone(ZWOLLE, patron)),
                        Combinators.combine(patrons, moments())
                                .as((patron, at) -> new PatronErased(ZWOLLE, patron, at)),
                        Combinators.combine(patrons, moments())
                                .as((patron, at) -> new PatronOptedOut(ZWOLLE, patron, at)),
                        Combinators.combine(patrons, moments())
                                .as((patron, at) -> new PatronOptedIn(ZWOLLE, patron, at)),
                        Combinators.combine(patrons, Arbitraries.of(true, false), moments())
                                .as(
                                        (patron, yes, at) ->
                                                new PatronConsented(ZWOLLE, patron, yes, at)),
                        ids().map(id -> new TitleGone(ZWOLLE, id)),
                        decisions(),
                        Combinators.combine(
                                        ids(), ids(), Arbitraries.of(true, false).injectNull(0.3))
                                .as(
                                        (item, title, available) ->
                                                new ItemSeen(ZWOLLE, item, title, available)),
                        ids().map(item -> new ItemGone(ZWOLLE, item)));
        return Arbitraries.oneOf(single.map(List::of), titles());
    }

    private static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, TestRecords.CLOCK.millis())
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<LibraryEvent> decisions() {
        Arbitrary<List<RecordId>> records =
                ids().map(id -> new RecordId(ZWOLLE, id))
                        .list()
                        .uniqueElements()
                        .ofMinSize(2)
                        .ofMaxSize(4);
        return Combinators.combine(
                        ids(), Arbitraries.of(Kind.class), records, ids(), Arbitraries.integers())
                .as(
                        (id, kind, some, by, second) ->
                                new WorkDecided(
                                        new WorkDecision(
                                                id,
                                                kind,
                                                some,
                                                by,
                                                Instant.ofEpochSecond(second),
                                                id,
                                                kind == Kind.UNDO ? by : null)));
    }

    private static Arbitrary<List<LibraryEvent>> titles() {
        Arbitrary<List<String>> texts = texts().list().ofMaxSize(3);
        Arbitrary<List<Isbn>> isbns =
                Arbitraries.of(new Isbn("9789028424265"), new Isbn("9780306406157"))
                        .list()
                        .uniqueElements()
                        .ofMaxSize(2);
        Arbitrary<Description> descriptions =
                Combinators.combine(
                                texts(),
                                texts,
                                isbns,
                                texts,
                                Arbitraries.of("", "dut"),
                                Arbitraries.of(MediaType.class),
                                Arbitraries.of(Audience.class),
                                Arbitraries.integers().between(-500, 2030).injectNull(0.2))
                        .as(
                                (title, authors, found, subjects, language, type, audience, year) ->
                                        new Description(
                                                title, authors, found, subjects, authors, language,
                                                type, audience, year));
        return Combinators.combine(
                        ids(),
                        ids().injectNull(0.5),
                        ids().injectNull(0.5),
                        descriptions,
                        Arbitraries.of(true, false),
                        ids().list().ofMaxSize(3))
                .as(
                        (id, hrid, work, description, suppressed, items) -> {
                            List<LibraryEvent> line = new ArrayList<>();
                            line.add(
                                    new TitleSeen(
                                            new TitleRecord(
                                                    ZWOLLE,
                                                    id,
                                                    hrid,
                                                    work,
                                                    description,
                                                    suppressed)));
                            items.forEach(item -> line.add(new ItemSeen(ZWOLLE, item, id)));
                            return line;
                        });
    }

    private static Arbitrary<String> ids() {
        return texts().filter(id -> id.chars().noneMatch(Character::isISOControl));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
}
