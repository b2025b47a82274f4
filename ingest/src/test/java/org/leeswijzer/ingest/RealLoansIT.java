package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.mahout.math.stats.LogLikelihood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Suggestion;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.Publisher;

/**
 * Every loan of two real libraries through a real broker into a real store; what comes out is held against counts and
 * scores worked out here, from the same files, by another and slower way.
 */
@EnabledIfEnvironmentVariable(
        named = "LEESWIJZER_DATA",
        matches = ".+",
        disabledReason = "LEESWIJZER_DATA does not name the folder of the real loans")
class RealLoansIT {
    private static final Library SHAKESPEARE = new Library("shakespeare-and-co");
    private static final Library SIBGMU = new Library("lib-sibgmu");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MIN_BORROWERS = 3;
    private static final int SAMPLE = 40;

    @TempDir private static Path folder;

    private static Engine engine;
    private static SlowLoans shakespeare;
    private static SlowLoans sibgmu;

    @BeforeAll
    static void publishAndConsume() throws Exception {
        Path data = Path.of(System.getenv("LEESWIJZER_DATA"));
        shakespeare =
                SlowLoans.read(
                        data.resolve("shakespeare-and-co/demo-loans.csv"),
                        "patron",
                        "title",
                        "loaned");
        sibgmu = SlowLoans.read(data.resolve("lib-sibgmu/rslib_test.csv"), "id", "id_book", "date");
        engine =
                Engine.open(
                        new EngineSettings(
                                folder.resolve("store"),
                                folder.resolve("secrets"),
                                MIN_BORROWERS,
                                OptionalInt.empty(),
                                2),
                        CLOCK);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            Topics.create(broker.bootstrapServers());
            publish(
                    broker,
                    Kind.TITLES,
                    SHAKESPEARE,
                    data.resolve("shakespeare-and-co/demo-titles.csv"),
                    "id=title,title=name,author=author,subject=genre");
            publish(
                    broker,
                    Kind.LOANS,
                    SHAKESPEARE,
                    data.resolve("shakespeare-and-co/demo-loans.csv"),
                    "patron=patron,title=title,time=loaned");
            publish(
                    broker,
                    Kind.TITLES,
                    SIBGMU,
                    data.resolve("lib-sibgmu/name_book.csv"),
                    "id=id_book,title=name_book");
            publish(
                    broker,
                    Kind.LOANS,
                    SIBGMU,
                    data.resolve("lib-sibgmu/rslib_test.csv"),
                    "patron=id,title=id_book,time=date");
            try (LoanConsumer consumer =
                    new LoanConsumer(
                            ConsumerSettings.of(broker.bootstrapServers()),
                            engine,
                            engine.secrets(),
                            CLOCK)) {
                consumer.start();
                assertThat(consumer.awaitCaughtUp(PATIENCE)).as("%s", consumer.status()).isTrue();
                assertThat(consumer.status().deadLetters()).isZero();
            }
        }
        engine.sweep(Progress.SILENT);
        shakespeare = ofWorks(SHAKESPEARE, shakespeare);
        sibgmu = ofWorks(SIBGMU, sibgmu);
    }

    private static SlowLoans ofWorks(Library library, SlowLoans loans) {
        ToIntFunction<String> numbers = id -> number(library, id);
        return loans.byWork(numbers).mostRecent(numbers);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static void publish(
            EmbeddedBroker broker, Kind kind, Library library, Path file, String map)
            throws IOException {
        try (SourceFile source = SourceFile.open(file);
                Publisher publisher = Publisher.to(broker.bootstrapServers())) {
            Importer importer =
                    new Importer(kind, library, Columns.parse(map), engine.secrets(), CLOCK);
            ImportReport report = importer.run(source, publisher, Progress.SILENT);
            assertThat(report.lines()).isPositive();
            if (kind == Kind.LOANS) {
                assertThat(report.bad()).as("%s", report.firstProblems()).isZero();
            }
        }
    }

    @Test
    void everyLoanIsCountedOnce() {
        assertThat(engine.statistics().loans()).isEqualTo(shakespeare.loans() + sibgmu.loans());
        assertThat(engine.statistics().parkedLoans()).isZero();
        assertThat(engine.statistics().patrons())
                .isEqualTo(shakespeare.patrons() + sibgmu.patrons());
        assertThat(engine.libraries()).containsExactly(SHAKESPEARE, SIBGMU);
    }

    @Test
    void everyTitleHasTheBorrowersThatTheFileGives() {
        everyTitleHasItsBorrowers(SHAKESPEARE, shakespeare);
        everyTitleHasItsBorrowers(SIBGMU, sibgmu);
    }

    private static void everyTitleHasItsBorrowers(Library library, SlowLoans loans) {
        loans.byTitle()
                .forEach(
                        (id, borrowers) -> {
                            int expected = borrowers.size();
                            assertThat(engine.borrowers(library, number(library, id)))
                                    .isEqualTo(
                                            expected < MIN_BORROWERS
                                                    ? OptionalInt.empty()
                                                    : OptionalInt.of(expected));
                        });
    }

    @Test
    void neighboursAreThoseOfTheSlowComputation() {
        neighboursAreThoseOf(SHAKESPEARE, shakespeare);
        neighboursAreThoseOf(SIBGMU, sibgmu);
    }

    private static void neighboursAreThoseOf(Library library, SlowLoans loans) {
        for (String id : loans.mostBorrowed(SAMPLE)) {
            List<Neighbour> expected =
                    loans.neighbours(id).entrySet().stream()
                            .map(
                                    entry ->
                                            new Neighbour(
                                                    number(library, entry.getKey()),
                                                    entry.getValue().score(),
                                                    entry.getValue().both(),
                                                    entry.getValue().overlap()))
                            .sorted(
                                    Comparator.<Neighbour>comparingDouble(
                                                    neighbour -> damped(library, neighbour))
                                            .reversed()
                                            .thenComparingInt(Neighbour::title))
                            .limit(100)
                            .sorted(Neighbour.BEST_FIRST)
                            .toList();
            assertThat(expected).isNotEmpty();
            assertThat(engine.neighbours().of(engine.scope(library), number(library, id)))
                    .as(id)
                    .isEqualTo(expected);
        }
    }

    @Test
    void suggestionsAreThoseNeighboursThatHaveANameByOverlapLessForPopularOnes() {
        for (String id : shakespeare.mostBorrowed(SAMPLE)) {
            int title = number(SHAKESPEARE, id);
            List<Integer> named =
                    engine.neighbours().of(engine.scope(SHAKESPEARE), title).stream()
                            .sorted(
                                    Comparator.<Neighbour>comparingDouble(
                                                    neighbour -> damped(SHAKESPEARE, neighbour))
                                            .reversed())
                            .map(Neighbour::title)
                            .filter(
                                    number ->
                                            engine.catalogue()
                                                    .title(number)
                                                    .description()
                                                    .isPresent())
                            .toList();
            Question question =
                    new Question(SHAKESPEARE, engine.scope(SHAKESPEARE), true, Set.of(), 100);
            List<Integer> suggested =
                    engine.suggester().forTitle(title, question).suggestions().stream()
                            .filter(suggestion -> suggestion.basis() == Basis.LOANS)
                            .map(Suggestion::title)
                            .map(suggestion -> suggestion.number())
                            .toList();
            // Editions of the seed itself may be left out; nothing else, and nothing is added.
            assertThat(named).containsSubsequence(suggested);
            assertThat(suggested.size()).isGreaterThanOrEqualTo(named.size() - 2);
        }
    }

    private static float damped(Library library, Neighbour neighbour) {
        int borrowers =
                engine.neighbours().marginals(engine.scope(library)).borrowers(neighbour.title());
        return (float) (256.0 * neighbour.overlap() * StrictMath.pow(borrowers + 10.0, -0.3));
    }

    private static int number(Library library, String id) {
        return engine.catalogue().find(library, id).orElseThrow();
    }

    /** What the two counts of a pair come to. */
    private record Pair(float score, int both, float overlap) {}

    /** Loans as maps: of every title its patrons with the latest day. */
    private record SlowLoans(long loans, Map<String, Map<String, Integer>> byTitle) {

        static SlowLoans read(Path file, String patron, String title, String date)
                throws IOException {
            Map<String, Map<String, Integer>> byTitle = new TreeMap<>();
            Set<List<String>> distinct = new HashSet<>();
            try (MappingIterator<Map<String, String>> rows =
                    new CsvMapper()
                            .readerForMapOf(String.class)
                            .with(CsvSchema.emptySchema().withHeader())
                            .readValues(file.toFile())) {
                while (rows.hasNext()) {
                    Map<String, String> row = rows.next();
                    int day = (int) LocalDate.parse(row.get(date)).toEpochDay();
                    byTitle.computeIfAbsent(row.get(title), t -> new TreeMap<>())
                            .merge(row.get(patron), day, Math::max);
                    distinct.add(List.of(row.get(patron), row.get(title), row.get(date)));
                }
            }
            return new SlowLoans(distinct.size(), byTitle);
        }

        /** The same with records of one number as one title, under the first of their ids. */
        SlowLoans byWork(ToIntFunction<String> numbers) {
            Map<Integer, String> first = new HashMap<>();
            Map<String, Map<String, Integer>> works = new TreeMap<>();
            byTitle.forEach(
                    (title, borrowers) -> {
                        String work = first.computeIfAbsent(numbers.applyAsInt(title), n -> title);
                        Map<String, Integer> all =
                                works.computeIfAbsent(work, w -> new TreeMap<>());
                        borrowers.forEach((patron, day) -> all.merge(patron, day, Math::max));
                    });
            return new SlowLoans(loans, works);
        }

        /** The same with no more than 500 titles a patron, those borrowed last; of one day the lowest numbers. */
        SlowLoans mostRecent(ToIntFunction<String> numbers) {
            Map<String, List<Map.Entry<String, Integer>>> byPatron = new TreeMap<>();
            byTitle.forEach(
                    (title, borrowers) ->
                            borrowers.forEach(
                                    (patron, day) ->
                                            byPatron.computeIfAbsent(patron, p -> new ArrayList<>())
                                                    .add(Map.entry(title, day))));
            Map<String, Map<String, Integer>> cut = new TreeMap<>();
            byPatron.forEach(
                    (patron, titles) ->
                            titles.stream()
                                    .sorted(
                                            Map.Entry.<String, Integer>comparingByValue()
                                                    .reversed()
                                                    .thenComparing(
                                                            entry ->
                                                                    numbers.applyAsInt(
                                                                            entry.getKey())))
                                    .limit(500)
                                    .forEach(
                                            entry ->
                                                    cut.computeIfAbsent(
                                                                    entry.getKey(),
                                                                    t -> new TreeMap<>())
                                                            .put(patron, entry.getValue())));
            return new SlowLoans(loans, cut);
        }

        int patrons() {
            Set<String> patrons = new HashSet<>();
            byTitle.values().forEach(borrowers -> patrons.addAll(borrowers.keySet()));
            return patrons.size();
        }

        List<String> mostBorrowed(int limit) {
            List<String> ids = new ArrayList<>(byTitle.keySet());
            ids.sort(Comparator.comparingInt(id -> -byTitle.get(id).size()));
            return ids.subList(0, limit);
        }

        Map<String, Pair> neighbours(String id) {
            Map<String, Pair> neighbours = new TreeMap<>();
            long patrons = patrons();
            byTitle.forEach(
                    (other, borrowers) -> {
                        if (!other.equals(id)) {
                            pair(byTitle.get(id), borrowers, patrons)
                                    .ifPresent(pair -> neighbours.put(other, pair));
                        }
                    });
            return neighbours;
        }

        private static Optional<Pair> pair(
                Map<String, Integer> a, Map<String, Integer> b, long patrons) {
            int both = 0;
            long overlap = 0;
            for (Map.Entry<String, Integer> borrower : a.entrySet()) {
                Integer day = b.get(borrower.getKey());
                if (day != null) {
                    both++;
                    overlap +=
                            Math.round(
                                    256
                                            * (0.2
                                                    + 0.8
                                                            * Math.exp(
                                                                    -Math.abs(
                                                                                    day
                                                                                            - borrower
                                                                                                    .getValue())
                                                                            / 90.0)));
                }
            }
            if (both < MIN_BORROWERS || overlap * patrons <= 256L * a.size() * b.size()) {
                return Optional.empty();
            }
            double ratio =
                    LogLikelihood.logLikelihoodRatio(
                            overlap,
                            256L * a.size() - overlap,
                            256L * b.size() - overlap,
                            256L * (patrons - a.size() - b.size()) + overlap);
            return Optional.of(new Pair((float) (ratio / 256), both, overlap / 256f));
        }
    }
}
