package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.SlowModel;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;

/**
 * The promise of the store, for random histories of two libraries with few patrons and titles: counts are exact at once,
 * also of patrons who were erased, opted out and in, when all is heard again, and when secrets are rotated;
 * no version has a pair below minBorrowers at any moment, and after one sweep the neighbours of the version that serves,
 * unless it is pinned, are those of a full retrain, to the bit, which are those of the slow model.
 */
class EngineInvariantTest {
    private static final List<Library> LIBRARIES =
            List.of(new Library("noord"), new Library("zuid"));
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int RETENTION_DAYS = 500;
    private static final int ITS_RETENTION_DAYS = 95;
    private static final int TITLES = 7;

    /** What is done to the store: an event, or something that happens to the process. */
    private sealed interface Step {}

    private record Event(LibraryEvent event) implements Step {}

    /** A full retrain that reads the loans before these events come and publishes after, if the gate is asked and lets it. */
    private record Retrain(List<Event> meanwhile, boolean gated) implements Step {}

    /** One of the versions that do not serve is put to serve. */
    private record Publish(int which) implements Step {}

    private enum Happening implements Step {
        RESTART,
        SWEEP,
        UNPIN,
        ROTATE,
        HUNDRED_DAYS_PASS,
        THREE_DAYS_PASS
    }

    /** All that was heard since that share of it is heard again, in the same order. */
    private record Replay(double from) implements Step {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> events = events().map(event -> event);
        Arbitrary<Step> happenings = Arbitraries.of(Happening.values());
        Arbitrary<Step> retrains =
                Combinators.combine(events().list().ofMaxSize(20), Arbitraries.of(true, false))
                        .as((meanwhile, gated) -> new Retrain(meanwhile, gated));
        Arbitrary<Step> publishing =
                Arbitraries.integers().between(0, 3).map(which -> new Publish(which));
        Arbitrary<Step> replays =
                Arbitraries.of(0.0, 0.3, 0.6, 0.9).map(share -> new Replay(share));
        return Arbitraries.frequencyOf(
                        Tuple.of(120, events),
                        Tuple.of(5, happenings),
                        Tuple.of(2, replays),
                        Tuple.of(3, retrains),
                        Tuple.of(3, publishing))
                .list()
                .ofMinSize(30)
                .ofMaxSize(250);
    }

    private static Arbitrary<Event> events() {
        return Arbitraries.frequencyOf(
                Tuple.of(120, loans()),
                Tuple.of(6, libraries().flatMap(EngineInvariantTest::forgotten)),
                Tuple.of(6, erasures()),
                Tuple.of(6, choices()),
                Tuple.of(4, items()),
                Tuple.of(8, titles()),
                Tuple.of(4, decisions()),
                Tuple.of(
                        1,
                        libraries()
                                .map(
                                        library ->
                                                new Event(
                                                        new LibraryEvent.AllLoansForgotten(
                                                                library)))));
    }

    private static Arbitrary<Library> libraries() {
        return Arbitraries.frequency(Tuple.of(4, LIBRARIES.get(0)), Tuple.of(1, LIBRARIES.get(1)));
    }

    private static Arbitrary<Event> forgotten(Library library) {
        return Arbitraries.integers()
                .between(0, 150)
                .map(
                        loan ->
                                new Event(
                                        new LibraryEvent.LoanForgotten(
                                                library, new LoanKey(0, loan))));
    }

    private static Arbitrary<Event> loans() {
        Arbitrary<Borrowed> borrowed =
                Arbitraries.integers()
                        .between(0, TITLES - 1)
                        .flatMap(
                                title ->
                                        Arbitraries.frequency(
                                                Tuple.of(5, new Borrowed.OfTitle("t" + title)),
                                                Tuple.of(1, new Borrowed.OfItem("i" + title))));
        Arbitrary<Integer> days =
                Arbitraries.of(0, 1, 30, 90, 490, 600).map(ago -> (int) TODAY.toEpochDay() - ago);
        return Combinators.combine(
                        libraries(),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(0, 7),
                        borrowed,
                        days)
                .as(
                        (library, loan, patron, what, day) ->
                                new Event(
                                        new LibraryEvent.LoanMade(
                                                library,
                                                new LoanKey(0, loan),
                                                new PatronKey(1, patron),
                                                what,
                                                day)));
    }

    private static Arbitrary<Event> erasures() {
        return Combinators.combine(libraries(), Arbitraries.integers().between(0, 7))
                .as(
                        (library, patron) ->
                                new Event(
                                        new LibraryEvent.PatronErased(
                                                library, new PatronKey(1, patron), Instant.EPOCH)));
    }

    private static Arbitrary<Event> choices() {
        return Combinators.combine(
                        libraries(),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7))
                .as(
                        (library, patron, kind) ->
                                new Event(choice(library, new PatronKey(1, patron), kind)));
    }

    private static LibraryEvent choice(Library library, PatronKey patron, int kind) {
        return switch (kind) {
            case 0 -> new LibraryEvent.PatronGone(library, patron);
            case 1, 2 -> new LibraryEvent.PatronOptedOut(library, patron, Instant.EPOCH);
            case 3, 4 ->
                    new LibraryEvent.PatronConsented(library, patron, kind == 3, Instant.EPOCH);
            default -> new LibraryEvent.PatronOptedIn(library, patron, Instant.EPOCH);
        };
    }

    /** Records of few names, works and ISBNs, so that editions come together and part. */
    private static Arbitrary<Event> titles() {
        Arbitrary<Description> descriptions =
                Combinators.combine(
                                Arbitraries.of("Alpha", "Alpha Beta", "Gamma", "Poems"),
                                Arbitraries.of("", "Ann One", "Bob Two")
                                        .map(EngineInvariantTest::authors),
                                Arbitraries.of("9789028424265", "9780804429573")
                                        .map(Isbn::new)
                                        .list()
                                        .uniqueElements()
                                        .ofMaxSize(2),
                                Arbitraries.frequency(
                                        Tuple.of(2, ""), Tuple.of(4, "dut"), Tuple.of(1, "eng")),
                                Arbitraries.frequency(
                                        Tuple.of(5, MediaType.BOOK),
                                        Tuple.of(2, MediaType.AUDIOBOOK),
                                        Tuple.of(1, MediaType.FILM)))
                        .as(EngineInvariantTest::description);
        return Combinators.combine(
                        libraries(),
                        Arbitraries.integers().between(0, TITLES - 1),
                        Arbitraries.of("", "w0", "w1", "w2"),
                        descriptions)
                .as(
                        (library, title, work, description) ->
                                new Event(
                                        new LibraryEvent.TitleSeen(
                                                new TitleRecord(
                                                        library,
                                                        "t" + title,
                                                        null,
                                                        work.isEmpty() ? null : work,
                                                        description,
                                                        false))));
    }

    private static List<String> authors(String author) {
        return author.isEmpty() ? List.of() : List.of(author);
    }

    private static Description description(
            String title,
            List<String> authors,
            List<Isbn> isbns,
            String language,
            MediaType mediaType) {
        return new Description(
                title,
                authors,
                isbns,
                List.of(),
                List.of(),
                language,
                mediaType,
                Audience.UNKNOWN,
                null);
    }

    private static Arbitrary<Event> decisions() {
        Arbitrary<RecordId> records =
                Combinators.combine(libraries(), Arbitraries.integers().between(0, TITLES - 1))
                        .as((library, title) -> new RecordId(library, "t" + title));
        Arbitrary<WorkDecision> made =
                Combinators.combine(
                                records.list().uniqueElements().ofMinSize(2).ofMaxSize(3),
                                Arbitraries.of(Kind.MERGE, Kind.SPLIT),
                                Arbitraries.integers().between(0, 2))
                        .as(
                                (some, kind, second) ->
                                        new WorkDecision(
                                                "%s %s %d".formatted(kind, names(some), second),
                                                kind,
                                                some,
                                                "anna",
                                                Instant.ofEpochSecond(second),
                                                "because",
                                                null));
        return Combinators.combine(
                        made, Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as(
                        (decision, isUndone) ->
                                new Event(
                                        new LibraryEvent.WorkDecided(
                                                isUndone ? undo(decision) : decision)));
    }

    private static List<String> names(List<RecordId> records) {
        return records.stream().map(record -> record.library() + record.id()).sorted().toList();
    }

    private static WorkDecision undo(WorkDecision decision) {
        return new WorkDecision(
                "undo " + decision.id(),
                Kind.UNDO,
                decision.records(),
                decision.by(),
                decision.at(),
                decision.reason(),
                decision.id());
    }

    private static Arbitrary<Event> items() {
        return Combinators.combine(libraries(), Arbitraries.integers().between(0, TITLES - 1))
                .as(
                        (library, title) ->
                                new Event(
                                        new LibraryEvent.ItemSeen(
                                                library, "i" + title, "t" + title)));
    }

    @Property(tries = 100)
    void streamingAndSweepEqualAFullRetrainAndTheSlowModel(
            @ForAll("steps") @Size(max = 250) List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("leeswijzer-invariant");
        try (Run run = new Run(folder)) {
            run.describeTitles();
            for (Step step : steps) {
                run.apply(step);
                run.checkAtOnce();
            }
            run.checkAfterSweep();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** An engine beside the map of loans that it should hold. */
    private static final class Run implements AutoCloseable {
        private final EngineSettings settings;
        private final SlowStore slow = new SlowStore();
        private final List<LibraryEvent> heard = new ArrayList<>();
        private LocalDate today = TODAY;
        private Engine engine;

        Run(Path folder) {
            settings =
                    new EngineSettings(
                            folder.resolve("store"),
                            folder.resolve("secrets"),
                            3,
                            new Retention(
                                    OptionalInt.of(RETENTION_DAYS),
                                    Map.of(LIBRARIES.get(1), OptionalInt.of(ITS_RETENTION_DAYS))),
                            2,
                            Keeping.DEFAULT,
                            EngineSettings.DEFAULT_LANGUAGES);
            open();
        }

        private void open() {
            engine =
                    Engine.openAtRest(
                            settings,
                            Clock.fixed(
                                    today.atStartOfDay().toInstant(ZoneOffset.UTC),
                                    ZoneOffset.UTC));
            slow.expire(
                    library ->
                            (int) today.toEpochDay()
                                    - (library.equals(LIBRARIES.get(1))
                                            ? ITS_RETENTION_DAYS
                                            : RETENTION_DAYS));
        }

        /** The last title stays without a record, as one that only loans have named. */
        void describeTitles() {
            List<LibraryEvent> events = new ArrayList<>();
            for (Library library : LIBRARIES) {
                for (int title = 0; title < TITLES - 1; title++) {
                    events.add(new LibraryEvent.TitleSeen(record(library, title)));
                }
            }
            engine.accept(EventBatch.of(events));
            events.forEach(slow::apply);
        }

        private static TitleRecord record(Library library, int title) {
            return new TitleRecord(
                    library,
                    "t" + title,
                    null,
                    "w" + title,
                    description("Title " + title, List.of(), List.of(), "", MediaType.BOOK),
                    false);
        }

        void apply(Step step) {
            if (step instanceof Event event) {
                accept(event);
            } else if (step instanceof Retrain retrain) {
                engine.models()
                        .retrain(
                                new RetrainOrder(
                                        "a", retrain.gated() ? null : "b", OptionalLong.empty()),
                                (stage, done, total) -> {
                                    if (stage.equals("tuning")) {
                                        retrain.meanwhile().forEach(this::accept);
                                    }
                                });
            } else if (step instanceof Publish publish) {
                publish(publish.which());
            } else if (step instanceof Replay replay) {
                int from = (int) (replay.from() * heard.size());
                engine.accept(
                        EventBatch.of(
                                heard.subList(from, heard.size()).stream()
                                        .map(this::underSecret)
                                        .toList()));
            } else {
                switch ((Happening) step) {
                    case RESTART -> reopen();
                    case SWEEP -> engine.sweep(Progress.SILENT);
                    case UNPIN -> unpin();
                    case ROTATE -> rotate();
                    case HUNDRED_DAYS_PASS -> pass(100);
                    case THREE_DAYS_PASS -> pass(3);
                }
            }
        }

        /* Not at one go: a clock that leaps is not believed. */
        private void pass(int days) {
            for (int left = days; left > 0; left -= 25) {
                today = today.plusDays(Math.min(left, 25));
                reopen();
            }
        }

        private void accept(Event event) {
            LibraryEvent now = asOfToday(event.event());
            heard.add(now);
            engine.accept(EventBatch.of(List.of(underSecret(now))));
            slow.apply(now);
        }

        /* Keys are as they were before any secret was rotated; the slow store knows no other. */
        private LibraryEvent underSecret(LibraryEvent event) {
            return RekeyedEvents.of(
                    event, engine.secrets().pseudonymiser(event.library()).since(0));
        }

        private void rotate() {
            Library library = LIBRARIES.get(0);
            Pseudonymiser unused = engine.secrets().pseudonymiser(library);
            int before = engine.secrets().rotation(library);
            assertThat(engine.secretRotation().rotate(library)).isEqualTo(before + 1);
        }

        /* Days are so long before today, and words are of one moment after the other. */
        private LibraryEvent asOfToday(LibraryEvent event) {
            Instant moment =
                    today.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(heard.size());
            if (event instanceof LibraryEvent.LoanMade loan) {
                int day = loan.day() + (int) ChronoUnit.DAYS.between(TODAY, today);
                return new LibraryEvent.LoanMade(
                        loan.library(), loan.loan(), loan.patron(), loan.borrowed(), day);
            } else if (event instanceof LibraryEvent.PatronErased word) {
                return new LibraryEvent.PatronErased(word.library(), word.patron(), moment);
            } else if (event instanceof LibraryEvent.PatronOptedOut word) {
                return new LibraryEvent.PatronOptedOut(word.library(), word.patron(), moment);
            } else if (event instanceof LibraryEvent.PatronOptedIn word) {
                return new LibraryEvent.PatronOptedIn(word.library(), word.patron(), moment);
            } else if (event instanceof LibraryEvent.PatronConsented word) {
                return new LibraryEvent.PatronConsented(
                        word.library(), word.patron(), word.isGiven(), moment);
            }
            return event;
        }

        private void publish(int which) {
            List<ModelVersion> others =
                    engine.models().all().stream()
                            .filter(version -> version.state() != ModelState.SERVING)
                            .toList();
            if (which < others.size()) {
                engine.models().publish(others.get(which).number(), "a", "b");
            }
        }

        private void unpin() {
            if (engine.models().pinned()) {
                engine.models().unpin();
            }
        }

        private void reopen() {
            engine.close();
            open();
        }

        void checkAtOnce() {
            assertThat(engine.statistics().loans()).isEqualTo(slow.counted());
            assertThat(engine.statistics().parkedLoans()).isEqualTo(slow.parked());
            assertThat(engine.statistics().patrons()).isEqualTo(histories(null).size());
            checkWorks();
            checkScope(null);
            LIBRARIES.forEach(this::checkScope);
        }

        private void checkWorks() {
            Map<RecordId, Integer> numbers = new java.util.HashMap<>();
            Map<RecordId, Set<RecordId>> works = slow.works();
            works.keySet().forEach(record -> numbers.put(record, number(record)));
            works.forEach(
                    (record, together) ->
                            assertThat(together)
                                    .allMatch(each -> numbers.get(each).equals(number(record)))
                                    .hasSize(
                                            Collections.frequency(
                                                    numbers.values(), number(record))));
        }

        private int number(RecordId record) {
            return engine.catalogue().find(record.library(), record.id()).orElseThrow();
        }

        private void checkScope(Library library) {
            List<Map<Integer, Integer>> histories = histories(library);
            for (int title = 0; title < engine.catalogue().size(); title++) {
                long borrowers = shared(histories, title, title);
                assertThat(engine.borrowers(library, title))
                        .isEqualTo(
                                borrowers < 3
                                        ? OptionalInt.empty()
                                        : OptionalInt.of((int) borrowers));
                checkRow(histories, title, row(library, title));
                for (ModelVersion version : engine.models().all()) {
                    checkRow(
                            histories,
                            title,
                            engine.models()
                                    .neighbours(version.number(), engine.scope(library), title));
                }
            }
        }

        private static void checkRow(
                List<Map<Integer, Integer>> histories, int title, List<Neighbour> row) {
            for (Neighbour neighbour : row) {
                assertThat(neighbour.both()).isGreaterThanOrEqualTo(3);
                assertThat(shared(histories, title, neighbour.title()))
                        .isGreaterThanOrEqualTo(neighbour.both());
            }
        }

        void checkAfterSweep() {
            unpin();
            engine.sweep(Progress.SILENT);
            Map<List<Object>, List<Neighbour>> swept = rows();
            engine.retrain(Progress.SILENT);
            assertThat(rows()).isEqualTo(swept);
            for (Library library :
                    Stream.concat(Stream.of((Library) null), LIBRARIES.stream()).toList()) {
                Map<Integer, List<Neighbour>> expected =
                        SlowModel.neighbours(histories(library), 3);
                for (int title = 0; title < engine.catalogue().size(); title++) {
                    assertThat(row(library, title))
                            .isEqualTo(expected.getOrDefault(title, List.of()));
                }
            }
        }

        private Map<List<Object>, List<Neighbour>> rows() {
            Map<List<Object>, List<Neighbour>> rows = new java.util.HashMap<>();
            for (int scope = 0; scope <= LIBRARIES.size(); scope++) {
                for (int title = 0; title < engine.catalogue().size(); title++) {
                    rows.put(
                            List.of(scope, title), engine.neighbours().of(new Scope(scope), title));
                }
            }
            return rows;
        }

        private List<Neighbour> row(Library library, int title) {
            return engine.neighbours().of(engine.scope(library), title);
        }

        private List<Map<Integer, Integer>> histories(Library library) {
            Map<RecordId, Integer> numbers = new java.util.HashMap<>();
            for (RecordId record : slow.records()) {
                numbers.put(record, number(record));
            }
            return slow.histories(library, numbers::get);
        }

        private static long shared(List<Map<Integer, Integer>> histories, int a, int b) {
            return histories.stream()
                    .filter(history -> history.containsKey(a) && history.containsKey(b))
                    .count();
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
