package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.works.Languages;

class StoredBulkLoadTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    private static final int TODAY = (int) LocalDate.of(2026, 2, 3).toEpochDay();
    private static final Library ZUID = new Library("zuid");
    private static final Retention RETENTION =
            new Retention(OptionalInt.of(100), Map.of(ZUID, OptionalInt.of(20)));
    private static final Window WINDOW = RETENTION.on(LocalDate.ofEpochDay(TODAY));
    private static final int BATCH = 4;

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("leeswijzer-load");
    }

    @AfterProperty
    void removeFolder() {
        remove(folder);
    }

    /* Few of everything, so that loans are repeated, corrected, moved out of the window, parked and forgotten. */
    @Provide
    Arbitrary<List<LibraryEvent>> events() {
        Arbitrary<Library> libraries = Arbitraries.of(new Library("noord"), ZUID);
        Arbitrary<LoanKey> keys =
                Combinators.combine(
                                Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L),
                                Arbitraries.of(-2L, 0L, 3L))
                        .as(LoanKey::new);
        Arbitrary<PatronKey> patrons =
                Arbitraries.of(-5L, 1L, 2L, 3L).map(low -> new PatronKey(-low, low));
        Arbitrary<Borrowed> borrowed =
                Arbitraries.of(
                        new Borrowed.OfTitle("a"),
                        new Borrowed.OfTitle("b"),
                        new Borrowed.OfTitle("c"),
                        new Borrowed.OfItem("i"),
                        new Borrowed.OfItem("unknown"));
        Arbitrary<Integer> days = Arbitraries.of(TODAY, TODAY - 1, TODAY - 40, TODAY - 400);
        Arbitrary<LibraryEvent> loans =
                Combinators.combine(libraries, keys, patrons, borrowed, days)
                        .as(LibraryEvent.LoanMade::new);
        Instant said = CLOCK.instant().minus(Duration.ofDays(30));
        Arbitrary<LibraryEvent> others =
                Combinators.combine(libraries, keys, patrons, Arbitraries.integers().between(0, 6))
                        .as(
                                (library, key, patron, kind) ->
                                        switch (kind) {
                                            case 0 -> new LibraryEvent.LoanForgotten(library, key);
                                            case 1 ->
                                                    new LibraryEvent.PatronErased(
                                                            library, patron, said);
                                            case 2 -> new LibraryEvent.PatronGone(library, patron);
                                            case 3, 4 ->
                                                    new LibraryEvent.PatronOptedOut(
                                                            library, patron, said);
                                            case 5 ->
                                                    new LibraryEvent.PatronOptedIn(
                                                            library, patron, CLOCK.instant());
                                            default -> new LibraryEvent.ItemSeen(library, "i", "a");
                                        });
        // Words of patrons first, a whole batch of them: the first load behind them has to heed
        // them.
        Arbitrary<List<LibraryEvent>> before =
                Arbitraries.of(0, BATCH).flatMap(size -> others.list().ofSize(size));
        Arbitrary<List<LibraryEvent>> after =
                Arbitraries.frequencyOf(Tuple.of(30, loans), Tuple.of(1, others))
                        .list()
                        .ofMaxSize(60);
        return Combinators.combine(before, after)
                .as((first, then) -> Stream.concat(first.stream(), then.stream()).toList());
    }

    @Property(tries = 60)
    void comesToWhatTakingOneEventAfterTheOtherComesTo(
            @ForAll("events") List<LibraryEvent> events) {
        Path ordinary = folder.resolve("ordinary");
        Path loaded = folder.resolve("loaded");
        remove(ordinary);
        remove(loaded);
        Receipt expected = accept(ordinary, events);
        Receipt receipt;
        try (LoanStore store = open(loaded);
                BulkLoad load = store.bulkLoad(WINDOW, BATCH)) {
            events.forEach(load::take);
            receipt = load.finish();
        }
        assertThat(receipt).isEqualTo(expected);
        try (Engine one = Engine.openAtRest(settings(ordinary), CLOCK);
                Engine other = Engine.openAtRest(settings(loaded), CLOCK)) {
            // A loan that came and went leaves its title dirty, and a load does not see it.
            assertThat(other.statistics())
                    .usingRecursiveComparison()
                    .ignoringFields("dirtyTitles")
                    .isEqualTo(one.statistics());
            one.sweep(Progress.SILENT);
            other.sweep(Progress.SILENT);
            assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
            for (int title = 0; title < one.catalogue().size(); title++) {
                assertThat(other.neighbours().marginals(Scope.CONSORTIUM).borrowers(title))
                        .isEqualTo(one.neighbours().marginals(Scope.CONSORTIUM).borrowers(title));
            }
            // What was loaded is as good to go on from as what was not.
            List<LibraryEvent> more = events.subList(events.size() / 2, events.size());
            assertThat(other.accept(EventBatch.of(more)))
                    .isEqualTo(one.accept(EventBatch.of(more)));
            assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
        }
    }

    @Property(tries = 30)
    void isEndedByWhoeverOpensTheStoreNext(
            @ForAll("events") List<LibraryEvent> events, @ForAll @IntRange(max = 7) int takenIn) {
        Path ordinary = folder.resolve("ordinary");
        Path cutOff = folder.resolve("cutOff");
        remove(ordinary);
        remove(cutOff);
        List<LibraryEvent> loans =
                events.stream().filter(LibraryEvent.LoanMade.class::isInstance).toList();
        accept(ordinary, loans);
        cutOff(cutOff, loans, takenIn);
        assertThatThrownBy(() -> openReadOnly(cutOff).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("loans are being loaded");
        try (LoanStore one = open(ordinary);
                LoanStore other = open(cutOff)) {
            assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
            assertThat(other.loans()).isEqualTo(one.loans());
            assertThat(other.parked()).isEqualTo(one.parked());
        }
        assertThat(cutOff.resolve("load")).doesNotExist();
        openReadOnly(cutOff).close();
    }

    /** As if the process had ended after so many files were taken in. */
    private static void cutOff(Path path, List<LibraryEvent> loans, int takenIn) {
        LoadedLoans gathered = new LoadedLoans(0);
        try (LoanStore store = open(path)) {
            store.accept(EventBatch.of(List.of()), Window.ALL);
        }
        try (Database database = Database.open(path, false)) {
            Memory memory = new Memory(database, Languages.APART, 3, library -> 0);
            memory.load();
            try (Batch batch = database.batch()) {
                for (LibraryEvent event : loans) {
                    LibraryEvent.LoanMade loan = (LibraryEvent.LoanMade) event;
                    int library = memory.libraries.number(loan.library(), batch);
                    gather(gathered, memory, batch, library, loan);
                }
                database.write(batch);
            }
            LoadFolder load = new LoadFolder(database);
            load.begin();
            LastWords words = new LastWords(gathered);
            new LoadFiles(gathered, words, load, memory.works).write();
            load.note(words.counted(), words.size() - words.counted(), gathered.patrons());
            int taken = 0;
            for (Table table : Table.values()) {
                Path file = load.file(table);
                if (Files.exists(file) && taken++ < takenIn) {
                    database.takeIn(table, file);
                }
            }
        }
    }

    private static void gather(
            LoadedLoans loans,
            Memory memory,
            Batch batch,
            int library,
            LibraryEvent.LoanMade loan) {
        if (loan.day() < WINDOW.firstDay(loan.library())) {
            loans.refused(library, loan.loan(), Outcome.OUTSIDE_WINDOW, loan.day());
        } else if (loan.borrowed() instanceof Borrowed.OfItem item) {
            loans.parked(
                    library,
                    loan.loan(),
                    new LoanLayout.ParkedLoan(loan.patron(), item.id(), loan.day()));
        } else {
            int title =
                    Keepers.of(
                                    batch,
                                    memory,
                                    new NeighbourShrinker(batch, new int[0], 3, new Changes()),
                                    new Changes(),
                                    Window.ALL)
                            .titles()
                            .editionOf(library, loan.borrowed().id());
            loans.counted(library, loan.loan(), loan.patron(), title, loan.day());
        }
    }

    private static Receipt accept(Path path, List<LibraryEvent> events) {
        try (LoanStore store = open(path)) {
            return store.accept(EventBatch.of(events), WINDOW);
        }
    }

    private static LoanStore open(Path path) {
        EngineSettings settings = settings(path);
        return LoanStore.open(
                path, new DirtyTitles(), 3, settings.keeping(), settings.languages(), false);
    }

    private static LoanStore openReadOnly(Path path) {
        return LoanStore.open(
                path, new DirtyTitles(), 3, settings(path).keeping(), Languages.APART, true);
    }

    private static EngineSettings settings(Path path) {
        return new EngineSettings(
                path,
                path.resolveSibling("secrets"),
                3,
                RETENTION,
                1,
                Keeping.DEFAULT,
                Languages.APART);
    }

    private static void remove(Path path) {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
