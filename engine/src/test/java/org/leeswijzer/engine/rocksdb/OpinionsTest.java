package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.feedback.Tally;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.FeedbackGiven;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.works.Languages;
import org.leeswijzer.engine.works.WorkDecision;

/**
 * What readers declined, and what they say together of pairs, for random words of few readers on few titles: as a slow model
 * that keeps all that was said has it, whatever the order it came in, however often, wherever works were merged or split in
 * between, after a restart, and after the retention window has passed some of it.
 */
class OpinionsTest {
    private static final List<Library> LIBRARIES =
            List.of(new Library("noord"), new Library("zuid"));
    private static final int TITLES = 5;
    private static final int READERS = 6;
    private static final int MIN_BORROWERS = 3;
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final int FIRST_DAY = day(START);

    private static int day(Instant moment) {
        return (int) LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay();
    }

    private static RecordId record(int title) {
        return new RecordId(LIBRARIES.get(title % 2), "t" + title);
    }

    @Provide
    Arbitrary<List<LibraryEvent>> words() {
        Arbitrary<Integer> titles = Arbitraries.integers().between(0, TITLES - 1);
        Arbitrary<LibraryEvent> feedback =
                Combinators.combine(
                                Arbitraries.integers().between(1, READERS),
                                Arbitraries.frequencyOf(
                                        net.jqwik.api.Tuple.of(5, Arbitraries.just(Opinion.GOOD)),
                                        net.jqwik.api.Tuple.of(
                                                5, Arbitraries.just(Opinion.NOT_FOR_ME)),
                                        net.jqwik.api.Tuple.of(
                                                1, Arbitraries.just(Opinion.ALREADY_READ))),
                                titles,
                                Arbitraries.integers().between(0, 2).injectNull(0.1),
                                Arbitraries.of(LIBRARIES).injectNull(0.3),
                                Arbitraries.integers().between(0, 9))
                        .as(
                                (reader, opinion, title, seed, library, days) ->
                                        new FeedbackGiven(
                                                new Feedback(
                                                        new ReaderKey(7, reader),
                                                        opinion,
                                                        record(title),
                                                        seed == null ? null : record(seed),
                                                        library,
                                                        START.plusSeconds(86_400L * days))));
        Arbitrary<LibraryEvent> merges =
                titles.set()
                        .ofSize(2)
                        .map(
                                pair ->
                                        decided(
                                                WorkDecision.Kind.MERGE,
                                                pair.stream().map(OpinionsTest::record).toList()));
        Arbitrary<LibraryEvent> splits =
                titles.map(title -> decided(WorkDecision.Kind.SPLIT, List.of(record(title))));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(30, feedback),
                        net.jqwik.api.Tuple.of(2, merges),
                        net.jqwik.api.Tuple.of(1, splits))
                .list()
                .ofMinSize(10)
                .ofMaxSize(150);
    }

    private static LibraryEvent decided(WorkDecision.Kind kind, List<RecordId> records) {
        return new WorkDecided(
                new WorkDecision(
                        kind + "-" + records.hashCode(),
                        kind,
                        records,
                        "anna",
                        START,
                        "why",
                        null));
    }

    @Property(tries = 15)
    void areThoseOfTheSlowModelInWhateverOrderTheyCome(
            @ForAll("words") List<LibraryEvent> words, @ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("opinions");
        List<LibraryEvent> repeated = new ArrayList<>(words);
        repeated.addAll(words.subList(0, words.size() / 2));
        Collections.shuffle(repeated, new Random(seed));
        try {
            try (LoanStore one = open(folder.resolve("one"));
                    LoanStore other = open(folder.resolve("other"))) {
                words.forEach(word -> accept(one, List.of(word)));
                check(one, words, 0);
                accept(other, repeated);
                check(other, words, 0);
                one.expire(Window.from(FIRST_DAY + 4));
                check(one, words, FIRST_DAY + 4);
            }
            try (LoanStore again = open(folder.resolve("one"));
                    LoanStore whole = open(folder.resolve("other"))) {
                check(again, words, FIRST_DAY + 4);
                check(whole, words, 0);
            }
        } finally {
            delete(folder);
        }
    }

    private static void accept(LoanStore store, List<LibraryEvent> events) {
        store.accept(EventBatch.of(events), Window.ALL);
    }

    private static LoanStore open(Path path) {
        LoanStore store =
                LoanStore.open(
                        path,
                        new DirtyTitles(),
                        MIN_BORROWERS,
                        Keeping.DEFAULT,
                        Languages.APART,
                        false);
        accept(store, IntStream.range(0, TITLES).mapToObj(OpinionsTest::seen).toList());
        return store;
    }

    private static LibraryEvent seen(int title) {
        Description description =
                new Description(
                        "Title " + title,
                        List.of("Author " + title),
                        List.of(),
                        List.of(),
                        List.of(),
                        "dut",
                        MediaType.BOOK,
                        Audience.ADULT,
                        null);
        RecordId id = record(title);
        return new TitleSeen(
                new TitleRecord(id.library(), id.id(), null, null, description, false));
    }

    private static void check(LoanStore store, List<LibraryEvent> words, int firstDay) {
        List<Feedback> held = held(words, firstDay);
        for (int reader = 1; reader <= READERS; reader++) {
            ReaderKey key = new ReaderKey(7, reader);
            assertThat(store.declined(key)).isEqualTo(declined(store, held, key));
        }
        for (Library library : new Library[] {null, LIBRARIES.get(0), LIBRARIES.get(1)}) {
            for (int seed = 0; seed < TITLES; seed++) {
                for (int title = 0; title < TITLES; title++) {
                    if (work(store, record(seed)) == seed && work(store, record(title)) == title) {
                        Scope scope = store.scope(library);
                        assertThat(store.voices().of(scope, seed).factor(title))
                                .isEqualTo(factor(store, held, library, seed, title));
                    }
                }
            }
        }
    }

    /* Editions are numbered as the titles were seen first, and a work by its first edition. */
    private static int work(LoanStore store, RecordId record) {
        return store.catalogue().title(store.catalogue().find(record).orElseThrow()).number();
    }

    /** By falling precedence: what was said later, of one moment as the layout has it, then by titles. */
    private static final Comparator<Feedback> LAST_FIRST =
            Comparator.comparing(Feedback::saidAt)
                    .thenComparing(Feedback::opinion)
                    .reversed()
                    .thenComparing(said -> said.seed() == null ? "" : said.seed().id())
                    .thenComparing(said -> said.title().id())
                    .thenComparing(said -> said.library() == null ? "" : said.library().code());

    /** Of each reader's words on a record the last, if its day has not left the window. */
    private static List<Feedback> held(List<LibraryEvent> words, int firstDay) {
        Map<List<Object>, Feedback> last = new HashMap<>();
        words.stream()
                .filter(FeedbackGiven.class::isInstance)
                .map(word -> ((FeedbackGiven) word).feedback())
                .sorted(LAST_FIRST)
                .forEach(said -> last.putIfAbsent(List.of(said.reader(), said.title()), said));
        return last.values().stream()
                .filter(said -> said.day() >= firstDay)
                .sorted(LAST_FIRST)
                .toList();
    }

    private static Set<Integer> declined(LoanStore store, List<Feedback> held, ReaderKey reader) {
        Map<Integer, Feedback> last = new HashMap<>();
        held.stream()
                .filter(said -> said.reader().equals(reader))
                .forEach(said -> last.putIfAbsent(work(store, said.title()), said));
        return last.entrySet().stream()
                .filter(said -> said.getValue().opinion() != Opinion.GOOD)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static double factor(
            LoanStore store, List<Feedback> held, Library library, int seed, int title) {
        Map<ReaderKey, Feedback> last = new HashMap<>();
        held.stream()
                .filter(said -> said.opinion() != Opinion.ALREADY_READ && said.seed() != null)
                .filter(said -> work(store, said.title()) == title)
                .filter(said -> work(store, said.seed()) == seed)
                .forEach(said -> last.putIfAbsent(said.reader(), said));
        Collection<Feedback> counted =
                last.values().stream()
                        .filter(said -> library == null || library.equals(said.library()))
                        .toList();
        int good = (int) counted.stream().filter(s -> s.opinion() == Opinion.GOOD).count();
        Tally tally = new Tally(good, counted.size() - good);
        return tally.readers() < MIN_BORROWERS ? 1 : tally.factor();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
