package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.backup.Restored;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Consent;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Promise;
import org.leeswijzer.engine.model.Finding;
import org.leeswijzer.engine.model.Judged;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Origin;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;
import org.leeswijzer.engine.rocksdb.ItemLayout.Item;
import org.leeswijzer.engine.rocksdb.LoanLayout.CountedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.rocksdb.OpinionLayout.StoredOpinion;
import org.leeswijzer.engine.rocksdb.VoiceLayout.StoredVoice;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;

/** What is written is read back, and keys sort as their numbers do. */
class LayoutsTest {

    @Property
    void loans(
            @ForAll @IntRange(max = 0xFFFF) int library,
            @ForAll long high,
            @ForAll long low,
            @ForAll int day,
            @ForAll @IntRange int number,
            @ForAll String item) {
        byte[] key = LoanLayout.key(library, new LoanKey(high, low));
        assertThat(LoanLayout.library(key)).isEqualTo(library);
        assertThat(LoanLayout.loanKey(key)).isEqualTo(new LoanKey(high, low));
        CountedLoan counted = new CountedLoan(number, number / 2, day);
        assertThat(LoanLayout.loan(LoanLayout.value(counted))).isEqualTo(counted);
        String text = item.replaceAll("\\p{Cs}", "");
        ParkedLoan parked = new ParkedLoan(new PatronKey(high, low), text, day);
        assertThat(LoanLayout.loan(LoanLayout.value(parked))).isEqualTo(parked);
    }

    @Property
    void opinionsAndVoices(
            @ForAll long high,
            @ForAll long low,
            @ForAll @IntRange int edition,
            @ForAll @IntRange(min = -1) int seed,
            @ForAll @IntRange(max = 0xFFFF) int library,
            @ForAll Opinion opinion,
            @ForAll long said) {
        ReaderKey reader = new ReaderKey(high, low);
        byte[] key = OpinionLayout.key(reader, edition);
        assertThat(key).startsWith(OpinionLayout.prefix(reader));
        assertThat(OpinionLayout.reader(key)).isEqualTo(reader);
        assertThat(OpinionLayout.edition(key)).isEqualTo(edition);
        StoredOpinion stored = new StoredOpinion(opinion, said, library, low > 0, seed);
        assertThat(OpinionLayout.opinion(OpinionLayout.value(stored))).isEqualTo(stored);
        byte[] pair = VoiceLayout.key(edition / 2, edition, reader);
        assertThat(pair).startsWith(VoiceLayout.prefix(edition / 2, edition));
        assertThat(VoiceLayout.seed(pair)).isEqualTo(edition / 2);
        assertThat(VoiceLayout.edition(pair)).isEqualTo(edition);
        assertThat(VoiceLayout.reader(pair)).isEqualTo(reader);
        StoredVoice voice = new StoredVoice(opinion, said, library);
        assertThat(VoiceLayout.voice(VoiceLayout.value(voice))).isEqualTo(voice);
    }

    @Property
    void borrowingsAndBorrowers(
            @ForAll @IntRange int patron,
            @ForAll @IntRange int title,
            @ForAll long loan,
            @ForAll int day) {
        byte[] borrowing = BorrowingLayout.key(patron, title, new LoanKey(loan, ~loan));
        assertThat(Bytes.startsWith(borrowing, BorrowingLayout.prefix(patron))).isTrue();
        assertThat(BorrowingLayout.edition(borrowing)).isEqualTo(title);
        assertThat(BorrowingLayout.loanKey(borrowing)).isEqualTo(new LoanKey(loan, ~loan));
        assertThat(BorrowingLayout.day(BorrowingLayout.value(day))).isEqualTo(day);
        byte[] borrower = BorrowerLayout.key(title, 0xFFFE, patron);
        assertThat(BorrowerLayout.library(borrower)).isEqualTo(0xFFFE);
        assertThat(BorrowerLayout.patron(borrower)).isEqualTo(patron);
        assertThat(BorrowerLayout.day(BorrowerLayout.value(day))).isEqualTo(day);
    }

    @Property
    void restored(@ForAll @LongRange(min = 0) long made, @ForAll boolean hasGaps) {
        Restored restored = new Restored(Instant.ofEpochMilli(made), hasGaps);
        assertThat(RestoredLayout.restored(RestoredLayout.value(restored))).isEqualTo(restored);
    }

    @Property
    void worksAndDecisions(
            @ForAll @IntRange int edition,
            @ForAll Kind kind,
            @ForAll @Size(min = 2, max = 5) List<@From("recordIds") String> ids,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
        assertThat(WorkLayout.edition(WorkLayout.key(edition))).isEqualTo(edition);
        assertThat(WorkLayout.work(WorkLayout.value(edition))).isEqualTo(edition);
        List<RecordId> records = new ArrayList<>();
        ids.forEach(id -> records.add(new RecordId(new Library("noord"), id)));
        records.add(new RecordId(new Library("zuid"), ids.get(0)));
        WorkDecision decision =
                new WorkDecision(
                        ids.get(0),
                        kind,
                        records,
                        ids.get(1),
                        Instant.ofEpochMilli(millis),
                        ids.get(1),
                        kind == Kind.UNDO ? ids.get(1) : null);
        assertThat(
                        DecisionLayout.decision(
                                DecisionLayout.key(decision.id()), DecisionLayout.value(decision)))
                .isEqualTo(decision);
    }

    @Provide
    Arbitrary<String> recordIds() {
        return Arbitraries.strings()
                .alpha()
                .withChars('-', '\u00e9', '\u4e66')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Property
    void histories(@ForAll long high, @ForAll @Size(max = 600) int[] days) {
        int[] titles = new int[days.length];
        Arrays.setAll(titles, i -> i * 3);
        History history = History.of(titles, days);
        byte[] value = HistoryLayout.value(new PatronKey(high, ~high), history);
        assertThat(HistoryLayout.history(value)).isEqualTo(history);
        assertThat(HistoryLayout.patronKey(value)).isEqualTo(new PatronKey(high, ~high));
    }

    @Property
    void promises(
            @ForAll @IntRange(max = 0xFFFF) int library,
            @ForAll long high,
            @ForAll int day,
            @ForAll boolean optedOut,
            @ForAll long since) {
        byte[] key = PromiseLayout.key(library, new PatronKey(high, ~since));
        assertThat(PromiseLayout.library(key)).isEqualTo(library);
        assertThat(PromiseLayout.patronKey(key)).isEqualTo(new PatronKey(high, ~since));
        assertThat(Bytes.startsWith(key, PromiseLayout.prefix(library))).isTrue();
        Promise promise = new Promise(day, optedOut, since, new Consent(!optedOut, ~since));
        byte[] value = PromiseLayout.value(promise);
        assertThat(PromiseLayout.promise(value)).isEqualTo(promise);
        assertThat(PromiseLayout.promise(Arrays.copyOf(value, 13)))
                .as("of before there was consent")
                .isEqualTo(new Promise(day, optedOut, since, Consent.NONE));
    }

    @Property
    void countsAndPatronsAndOffsets(
            @ForAll @IntRange(max = 0xFFFF) int library,
            @ForAll @IntRange int number,
            @ForAll long offset) {
        byte[] key = CountLayout.key(library, number);
        assertThat(CountLayout.library(key)).isEqualTo(library);
        assertThat(CountLayout.title(key)).isEqualTo(number);
        assertThat(CountLayout.patrons(CountLayout.value(number))).isEqualTo(number);
        assertThat(PatronLayout.patron(PatronLayout.value(number))).isEqualTo(number);
        assertThat(PatronLayout.patronKey(PatronLayout.key(library, new PatronKey(offset, 5))))
                .isEqualTo(new PatronKey(offset, 5));
        assertThat(OffsetLayout.nextOffset(OffsetLayout.value(offset))).isEqualTo(offset);
        assertThat(OffsetLayout.key(new LogPartition("loans", 1)))
                .isNotEqualTo(OffsetLayout.key(new LogPartition("loans", 2)));
    }

    @Property
    void rows(@ForAll @Size(max = 100) float[] scores, @ForAll @IntRange int first) {
        int[] titles = new int[scores.length];
        int[] both = new int[scores.length];
        Arrays.setAll(titles, i -> first - i);
        Arrays.setAll(both, i -> i + 3);
        Row row = Row.of(titles, scores.clone(), both, scores.clone());
        assertThat(NeighbourLayout.row(NeighbourLayout.value(row))).isEqualTo(row);
    }

    @Property
    void keysSortAsTheirNumbers(@ForAll @IntRange int a, @ForAll @IntRange int b) {
        assertThat(
                        Integer.signum(
                                Arrays.compareUnsigned(
                                        NeighbourLayout.key(1, 2, a),
                                        NeighbourLayout.key(1, 2, b))))
                .isEqualTo(Integer.compare(a, b));
    }

    @Property
    void records(@ForAll("titleRecords") TitleRecord record, @ForAll @IntRange int title) {
        byte[] key = RecordLayout.key(title, 7, record.id());
        assertThat(RecordLayout.title(key)).isEqualTo(title);
        assertThat(RecordLayout.library(key)).isEqualTo(7);
        assertThat(RecordLayout.record(record.library(), key, RecordLayout.value(record)))
                .isEqualTo(record);
    }

    @Provide
    Arbitrary<TitleRecord> titleRecords() {
        Arbitrary<String> texts =
                Arbitraries.strings()
                        .withChars("abc \u00e9\u0416\u4e66;|\"")
                        .ofMaxLength(100)
                        .map(text -> "x" + text);
        Arbitrary<List<String>> lists = texts.list().ofMaxSize(4);
        Arbitrary<Description> descriptions =
                Combinators.combine(
                                texts,
                                lists,
                                lists,
                                lists,
                                Arbitraries.of(MediaType.class),
                                Arbitraries.of(Audience.class),
                                Arbitraries.integers().between(-5000, 9999).injectNull(0.3))
                        .as(
                                (title, authors, subjects, series, media, audience, year) ->
                                        new Description(
                                                title,
                                                authors,
                                                List.of(new Isbn("9789028424265")),
                                                subjects,
                                                series,
                                                "dut",
                                                media,
                                                audience,
                                                year));
        return Combinators.combine(
                        texts,
                        texts.injectNull(0.5),
                        texts.injectNull(0.5),
                        descriptions,
                        Arbitraries.of(true, false))
                .as(
                        (id, hrid, work, is, hidden) ->
                                new TitleRecord(new Library("noord"), id, hrid, work, is, hidden));
    }

    @Property
    void models(@ForAll("modelVersions") ModelVersion version) {
        byte[] key = ModelLayout.key(version.number());
        assertThat(ModelLayout.number(key)).isEqualTo(version.number());
        assertThat(ModelLayout.version(version.number(), ModelLayout.value(version)))
                .isEqualTo(version);
    }

    @Provide
    Arbitrary<ModelVersion> modelVersions() {
        Arbitrary<Integer> numbers = Arbitraries.integers().greaterOrEqual(1);
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(0, 1L << 45).map(Instant::ofEpochMilli);
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab \u00e9\u4e66").ofMaxLength(20);
        Arbitrary<Measure> measures =
                Arbitraries.doubles()
                        .between(-1, 1)
                        .map(value -> new Measure(value, value - 0.25, value + 0.5));
        Arbitrary<LocalDate> days =
                Arbitraries.integers().between(-9999, 99_999).map(LocalDate::ofEpochDay);
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0, 1);
        Arbitrary<Parameters> parameters =
                Combinators.combine(Arbitraries.doubles().between(1, 1000), fractions, numbers)
                        .as((a, b, least) -> new Parameters(new Blend(a, a / 2, b), least));
        Arbitrary<Made> made =
                Combinators.combine(numbers, numbers, Arbitraries.longs(), days.injectNull(0.3))
                        .as((a, b, many, day) -> new Made(a, b, a, many, b, many, day, day));
        Arbitrary<Judged> judged =
                Combinators.combine(
                                numbers,
                                Arbitraries.maps(texts, measures).ofMaxSize(8),
                                measures.injectNull(0.3))
                        .as((cases, all, above) -> new Judged(cases, new TreeMap<>(all), above));
        Arbitrary<Verdict> verdicts =
                Combinators.combine(
                                Arbitraries.of(Finding.Check.class),
                                Arbitraries.of(true, false),
                                texts)
                        .as(Finding::new)
                        .list()
                        .ofMaxSize(6)
                        .map(Verdict::new);
        Arbitrary<Published> published =
                Combinators.combine(texts, moments, texts.injectNull(0.3)).as(Published::new);
        Arbitrary<Origin> origins =
                Combinators.combine(numbers, texts.map(name -> "x" + name), moments)
                        .as(Origin::new);
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(ModelState.class),
                        moments,
                        texts,
                        parameters.injectNull(0.3),
                        made.injectNull(0.3),
                        judged.injectNull(0.3),
                        Combinators.combine(
                                        verdicts,
                                        published.injectNull(0.3),
                                        origins.injectNull(0.3))
                                .as(Became::new))
                .as(
                        (number, state, began, by, how, of, good, became) ->
                                new ModelVersion(
                                        number,
                                        state,
                                        began,
                                        Duration.ofMillis(began.toEpochMilli() / 2),
                                        by,
                                        how,
                                        of,
                                        good,
                                        became.verdict(),
                                        became.published(),
                                        became.origin()));
    }

    private record Became(Verdict verdict, Published published, Origin origin) {}

    @Property
    void anItemsParkedLoansAreFoundByItsIdAlone(
            @ForAll("ids") String item, @ForAll("ids") String other) {
        byte[] key = ItemLayout.parkedKey(3, item, new LoanKey(1, 2));
        assertThat(ItemLayout.parkedLoanKey(key)).isEqualTo(new LoanKey(1, 2));
        assertThat(ItemLayout.parkedKey(key, new LoanKey(3, 4)))
                .isEqualTo(ItemLayout.parkedKey(3, item, new LoanKey(3, 4)));
        assertThat(Bytes.startsWith(key, ItemLayout.parkedPrefix(3, other)))
                .isEqualTo(item.equals(other));
    }

    @Property
    void whatIsKnownOfAnItemIsReadAsItWasWritten(
            @ForAll("ids") String record, @ForAll("answers") @Nullable Boolean available) {
        byte[] value = ItemLayout.value(new Item(record, available));
        assertThat(ItemLayout.item(value)).isEqualTo(new Item(record, available));
        assertThat(Optional.of(ItemLayout.record(value))).hasValue(record);
    }

    @Property
    void copiesAreReadAsTheyWereWritten(
            @ForAll @IntRange int available, @ForAll @IntRange int others) {
        Copies copies = new Copies(available / 2 + others / 2, available / 2);
        assertThat(CopyLayout.copies(CopyLayout.value(copies))).isEqualTo(copies);
    }

    @Provide
    Arbitrary<Boolean> answers() {
        return Arbitraries.of(true, false).injectNull(0.3);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("ab").ofMinLength(1).ofMaxLength(3);
    }
}
