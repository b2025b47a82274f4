package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.model.Progress;

/**
 * A store that a patron was erased from is, to the bit, one that never heard of them, but for the pseudonym that it remembers
 * so that nothing brings them back: neither a replay, nor what comes late, nor a file that is loaded.
 */
class ErasureTest {
    private static final Library NOORD = new Library("noord");
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final int TODAY = (int) LocalDate.of(2026, 2, 3).toEpochDay();
    private static final int TITLES = 5;
    private static final PatronKey LEAVING = new PatronKey(9, 0);

    private enum Word {
        ERASED,
        GONE,
        OPTED_OUT;

        LibraryEvent said(Instant moment) {
            return switch (this) {
                case ERASED -> new PatronErased(NOORD, LEAVING, moment);
                case GONE -> new PatronGone(NOORD, LEAVING);
                case OPTED_OUT -> new PatronOptedOut(NOORD, LEAVING, moment);
            };
        }
    }

    /** Loans of six patrons; a loan's key is of its patron alone. */
    @Provide
    Arbitrary<List<LoanMade>> loans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, TITLES - 1),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as(
                        (patron, loan, title, ago, isTitle) ->
                                new LoanMade(
                                        NOORD,
                                        new LoanKey(patron, loan),
                                        new PatronKey(9, patron),
                                        isTitle
                                                ? new Borrowed.OfTitle("t" + title)
                                                : new Borrowed.OfItem("i" + title),
                                        TODAY - ago))
                .list()
                .ofMinSize(20)
                .ofMaxSize(120);
    }

    @Property(tries = 40)
    void isAsIfTheyHadNeverBeenThere(
            @ForAll("loans") List<LoanMade> loans,
            @ForAll Word word,
            @ForAll boolean retrained,
            @ForAll boolean loaded)
            throws IOException {
        Path folder = Files.createTempDirectory("leeswijzer-erasure");
        try (Engine with = open(folder.resolve("with"));
                Engine without = open(folder.resolve("without"))) {
            accept(with, loans.subList(0, loans.size() / 2));
            if (retrained) {
                with.retrain(Progress.SILENT);
            }
            with.accept(EventBatch.of(List.of(word.said(NOW))));
            bring(with, loans, loaded);
            // Heard again, and late: what the patron borrowed is not what it brings.
            with.accept(EventBatch.of(List.of(word.said(NOW.minus(Duration.ofDays(200))))));
            accept(with, loans);

            accept(without, loans.stream().filter(ErasureTest::isOfOthers).toList());
            with.sweep(Progress.SILENT);
            without.sweep(Progress.SILENT);
            assertThat(with.fingerprint()).isEqualTo(without.fingerprint());
            assertThat(with.statistics().parkedLoans())
                    .isEqualTo(without.statistics().parkedLoans());
            assertThat(with.statistics().patrons()).isEqualTo(without.statistics().patrons());
        } finally {
            delete(folder);
        }
    }

    private static boolean isOfOthers(LoanMade loan) {
        return !loan.patron().equals(LEAVING);
    }

    private static void bring(Engine engine, List<LoanMade> loans, boolean loaded) {
        if (loaded) {
            try (BulkLoad load = engine.bulkLoad()) {
                loans.forEach(load::take);
                var unused = load.finish();
            }
        } else {
            accept(engine, loans);
        }
    }

    private static void accept(Engine engine, List<? extends LibraryEvent> events) {
        engine.accept(EventBatch.of(events));
    }

    /** With every title and every other item told, so that titles have the same numbers in both. */
    private static Engine open(Path folder) {
        Engine engine =
                Engine.openAtRest(
                        new EngineSettings(
                                folder.resolve("store"),
                                folder.resolve("secrets"),
                                3,
                                OptionalInt.of(300),
                                2),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        List<LibraryEvent> titles = new ArrayList<>();
        for (int title = 0; title < TITLES; title++) {
            titles.add(title("t" + title));
            if (title % 2 == 0) {
                titles.add(new LibraryEvent.ItemSeen(NOORD, "i" + title, "t" + title));
            }
        }
        accept(engine, titles);
        return engine;
    }

    private static LibraryEvent title(String id) {
        Description description =
                new Description(
                        "Title " + id,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        MediaType.BOOK,
                        Audience.UNKNOWN,
                        null);
        return new LibraryEvent.TitleSeen(
                new TitleRecord(NOORD, id, null, null, description, false));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
