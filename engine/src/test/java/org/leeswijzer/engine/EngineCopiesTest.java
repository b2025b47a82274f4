package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;

/** How copies stand, as libraries tell it. */
class EngineCopiesTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");

    private static Engine open(Path folder) {
        return Engine.openAtRest(EngineSettings.in(folder), FilledStore.CLOCK);
    }

    @Property(tries = 60)
    void copiesAreCountedByTheLastWordOnEach(
            @ForAll("events") @Size(max = 60) List<LibraryEvent> events,
            @ForAll("cuts") int eventsInABatch)
            throws IOException {
        Path folder = Files.createTempDirectory("leeswijzer-copies");
        SlowCopies slow = new SlowCopies();
        try {
            try (Engine engine = open(folder)) {
                for (int i = 0; i < events.size(); i += eventsInABatch) {
                    List<LibraryEvent> batch =
                            events.subList(i, Math.min(events.size(), i + eventsInABatch));
                    engine.accept(EventBatch.of(batch));
                    batch.forEach(slow::apply);
                    slow.assertAlike(engine);
                }
            }
            try (Engine engine = open(folder)) {
                slow.assertAlike(engine);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.of(1, 7, 60);
    }

    @Provide
    Arbitrary<List<LibraryEvent>> events() {
        Arbitrary<Library> libraries = Arbitraries.of(NOORD, ZUID);
        Arbitrary<String> items = Arbitraries.of("i1", "i2", "i3");
        Arbitrary<LibraryEvent> seen =
                Combinators.combine(
                                libraries,
                                items,
                                Arbitraries.of("t1", "t2"),
                                Arbitraries.of(true, false).injectNull(0.3))
                        .as(ItemSeen::new);
        Arbitrary<LibraryEvent> gone = Combinators.combine(libraries, items).as(ItemGone::new);
        return Arbitraries.frequencyOf(Tuple.of(5, seen), Tuple.of(1, gone)).list();
    }

    /** The same in a map, counted anew each time. */
    private static final class SlowCopies {
        private record Item(Library library, String id) {}

        private record Standing(String record, @Nullable Boolean available) {}

        private final Map<Item, Standing> items = new HashMap<>();

        void apply(LibraryEvent event) {
            if (event instanceof ItemSeen seen) {
                items.merge(
                        new Item(seen.library(), seen.item()),
                        new Standing(seen.title(), seen.available()),
                        (before, now) ->
                                now.available() == null
                                        ? new Standing(now.record(), before.available())
                                        : now);
            } else if (event instanceof ItemGone gone) {
                items.computeIfPresent(
                        new Item(gone.library(), gone.item()),
                        (item, before) -> new Standing(before.record(), null));
            }
        }

        void assertAlike(Engine engine) {
            boolean isAnyTold = false;
            for (Library library : List.of(NOORD, ZUID)) {
                boolean isTold = false;
                for (String record : List.of("t1", "t2")) {
                    Copies copies = copies(library, record);
                    assertThat(engine.catalogue().copies(new RecordId(library, record)))
                            .isEqualTo(copies);
                    isTold |= copies.told() > 0;
                }
                assertThat(engine.catalogue().tellsOfCopies(library)).isEqualTo(isTold);
                isAnyTold |= isTold;
            }
            assertThat(engine.catalogue().tellsOfCopies(null)).isEqualTo(isAnyTold);
        }

        private Copies copies(Library library, String record) {
            List<Boolean> told = new ArrayList<>();
            items.forEach(
                    (item, standing) -> {
                        if (item.library().equals(library)
                                && standing.record().equals(record)
                                && standing.available() != null) {
                            told.add(standing.available());
                        }
                    });
            return new Copies(told.size(), (int) told.stream().filter(each -> each).count());
        }
    }

    @Test
    void aLoanOfACopyThatIsGoneCountsForItsTitle(@TempDir Path folder) {
        try (Engine engine = open(folder)) {
            engine.accept(
                    EventBatch.of(
                            List.of(
                                    new ItemSeen(NOORD, "i", "t", true),
                                    new ItemGone(NOORD, "i"),
                                    new LoanMade(
                                            NOORD,
                                            new LoanKey(1, 1),
                                            new PatronKey(1, 1),
                                            new Borrowed.OfItem("i"),
                                            20_400))));
            Catalogue catalogue = engine.catalogue();
            assertThat(catalogue.find(NOORD, "t")).isPresent();
            assertThat(engine.statistics().parkedLoans()).isZero();
            assertThat(engine.statistics().loans()).isEqualTo(1);
            assertThat(catalogue.copies(new RecordId(NOORD, "t"))).isEqualTo(Copies.UNTOLD);
        }
    }
}
