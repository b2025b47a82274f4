package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.RekeyedEvents;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.NewKeys;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.privacy.Pseudonymiser;

class RekeyingTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("leeswijzer-rekey");
    }

    @AfterProperty
    void removeFolder() {
        remove(folder);
    }

    /* The loan's key is of its patron, so that a patron has loans of few titles and several of one. */
    @Provide
    Arbitrary<List<LibraryEvent>> events() {
        Arbitrary<Library> libraries = Arbitraries.of(NOORD, NOORD, ZUID);
        Arbitrary<Borrowed> borrowed =
                Arbitraries.of(
                        new Borrowed.OfTitle("a"),
                        new Borrowed.OfTitle("b"),
                        new Borrowed.OfTitle("c"),
                        new Borrowed.OfItem("i"),
                        new Borrowed.OfItem("unknown"));
        Arbitrary<LibraryEvent> loans =
                Combinators.combine(
                                libraries,
                                Arbitraries.integers().between(0, 30),
                                Arbitraries.integers().between(0, 5),
                                borrowed,
                                Arbitraries.integers().between(20_000, 20_005))
                        .as(
                                (library, loan, patron, what, day) ->
                                        new LibraryEvent.LoanMade(
                                                library,
                                                new LoanKey(loan, -loan),
                                                new PatronKey(-patron, patron),
                                                what,
                                                day));
        Arbitrary<LibraryEvent> others =
                Combinators.combine(
                                libraries,
                                Arbitraries.integers().between(0, 5),
                                Arbitraries.integers().between(0, 3))
                        .as(RekeyingTest::other);
        return Arbitraries.frequencyOf(Tuple.of(12, loans), Tuple.of(1, others))
                .list()
                .ofMaxSize(80);
    }

    private static LibraryEvent other(Library library, int number, int kind) {
        PatronKey patron = new PatronKey(-number, number);
        return switch (kind) {
            case 0 -> new LibraryEvent.PatronOptedOut(library, patron, Instant.EPOCH);
            case 1 -> new LibraryEvent.PatronErased(library, patron, Instant.EPOCH);
            case 2 -> new LibraryEvent.PatronGone(library, patron);
            default -> new LibraryEvent.ItemSeen(library, "i", "a");
        };
    }

    @Property(tries = 10)
    void endsAsAStoreThatHeardAllUnderTheNewSecret(@ForAll("events") List<LibraryEvent> events) {
        Path rotated = folder.resolve("rotated");
        Path heard = folder.resolve("heard");
        remove(rotated);
        remove(heard);
        fill(rotated, events);
        try (LoanStore store = open(rotated)) {
            long loans = store.loans();
            store.rekey(NOORD, 1, keys(), () -> {});
            assertThat(store.loans()).isEqualTo(loans);
        }
        NewKeys keys = keys();
        fill(
                heard,
                events.stream()
                        .map(
                                event ->
                                        event.library().equals(NOORD)
                                                ? RekeyedEvents.of(event, keys)
                                                : event)
                        .toList());
        try (LoanStore one = open(rotated);
                LoanStore other = open(heard)) {
            assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
            if (one.libraries().contains(NOORD)) {
                assertThat(one.rotations()).containsEntry(NOORD, 1);
            }
            for (int number = 0; number <= 5; number++) {
                PatronKey patron = keys().of(new PatronKey(-number, number));
                assertThat(one.patrons().held(NOORD, patron).promise())
                        .isEqualTo(other.patrons().held(NOORD, patron).promise());
                assertThat(one.patrons().held(NOORD, patron).loans())
                        .hasSameSizeAs(other.patrons().held(NOORD, patron).loans());
            }
        }
    }

    @Property(tries = 10)
    void isEndedByWhoeverOpensTheStoreNext(
            @ForAll("events") List<LibraryEvent> events, @ForAll @IntRange(max = 40) int takenIn) {
        Path whole = folder.resolve("whole");
        Path cutOff = folder.resolve("cutOff");
        remove(whole);
        remove(cutOff);
        List<LibraryEvent> with = new ArrayList<>(events);
        with.add(loan(1));
        fill(whole, with);
        fill(cutOff, with);
        try (LoanStore store = open(whole)) {
            store.rekey(NOORD, 1, keys(), () -> {});
        }
        cutOff(cutOff, takenIn);
        assertThatThrownBy(() -> open(cutOff, true).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("secret is being rotated");
        open(cutOff).close();
        assertThat(rows(cutOff)).isEqualTo(rows(whole));
        assertThat(cutOff.resolve("rekey")).doesNotExist();
        open(cutOff, true).close();
    }

    /** As if the process had ended after so many files were taken in, the last of which is still there. */
    private static void cutOff(Path path, int takenIn) {
        try (Database database = Database.open(path, false)) {
            int library = number(database);
            RekeyFolder files = new Rekeying(database, library, keys(), 200).write();
            files.note(library, 1);
            int taken = 0;
            for (Table table : Table.values()) {
                for (Path file : files.files(table)) {
                    if (taken++ < takenIn) {
                        Path copy = file.resolveSibling("copy");
                        copy(file, copy);
                        database.takeIn(table, file);
                        if (taken == takenIn) {
                            copy(copy, file);
                        }
                        remove(copy);
                    }
                }
            }
        }
    }

    private static int number(Database database) {
        Libraries libraries = new Libraries(library -> 0);
        libraries.load(database);
        return libraries.numberOrZero(NOORD);
    }

    @Test
    void isNotBegunUntilAllFilesAreThere(@TempDir Path path) {
        fill(path, loans());
        List<String> before = rows(path);
        try (Database database = Database.open(path, false)) {
            new Rekeying(database, 1, keys(), 200).write();
        }
        try (LoanStore store = open(path)) {
            assertThat(store.rotations()).containsEntry(NOORD, 0);
            assertThatThrownBy(
                            () ->
                                    store.rekey(
                                            NOORD,
                                            1,
                                            keys(),
                                            () -> {
                                                throw new StoreException("full", path);
                                            }))
                    .hasMessageContaining("full");
        }
        assertThat(path.resolve("rekey")).doesNotExist();
        assertThat(rows(path)).isEqualTo(before);
    }

    @Test
    void noFileHasAPseudonymOfBefore(@TempDir Path path) throws IOException {
        fill(path, loans());
        assertThat(findings(path)).isPositive();
        try (LoanStore store = open(path)) {
            store.rekey(NOORD, 1, keys(), () -> {});
        }
        open(path).close();
        assertThat(findings(path)).isZero();
    }

    /** In how many files there is a key of a patron or a loan of before. */
    private static long findings(Path path) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                found += IntStream.range(0, 60).anyMatch(i -> hasKeyOf(content, i)) ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean hasKeyOf(String content, int i) {
        LibraryEvent.LoanMade loan = loan(i);
        return content.contains(latin(loan.patron().high()))
                || content.contains(latin(loan.patron().low()))
                || content.contains(latin(loan.loan().high()))
                || content.contains(latin(loan.loan().low()));
    }

    private static String latin(long half) {
        return new String(
                ByteBuffer.allocate(8).putLong(half).array(), StandardCharsets.ISO_8859_1);
    }

    private static List<LibraryEvent> loans() {
        List<LibraryEvent> loans = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> loans.add(loan(i)));
        loans.add(new LibraryEvent.PatronOptedOut(NOORD, loan(0).patron(), Instant.EPOCH));
        return loans;
    }

    private static LibraryEvent.LoanMade loan(int i) {
        Pseudonymiser pseudonymiser = new Pseudonymiser(secret(3));
        return new LibraryEvent.LoanMade(
                NOORD,
                pseudonymiser.loan("loan" + i),
                pseudonymiser.patron("patron" + i % 7),
                i % 9 == 8 ? new Borrowed.OfItem("i" + i) : new Borrowed.OfTitle("t" + i % 5),
                20_000 + i);
    }

    private static NewKeys keys() {
        return new Pseudonymiser(secret(1), secret(2)).since(0);
    }

    private static byte[] secret(int of) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) of);
        return secret;
    }

    /** All that the store has, but for what it was dirty of. */
    private static List<String> rows(Path path) {
        List<String> rows = new ArrayList<>();
        HexFormat hex = HexFormat.of();
        try (Database database = Database.open(path, true)) {
            for (Table table : Table.values()) {
                database.scan(
                        table,
                        Bytes.EMPTY,
                        (key, value) ->
                                Arrays.equals(key, Meta.key(Meta.DIRTY))
                                        || rows.add(
                                                table
                                                        + " "
                                                        + hex.formatHex(key)
                                                        + " "
                                                        + hex.formatHex(value)));
            }
        }
        return rows;
    }

    private static void fill(Path path, List<LibraryEvent> events) {
        try (LoanStore store = open(path)) {
            store.accept(EventBatch.of(events), Window.ALL);
        }
    }

    private static LoanStore open(Path path) {
        return open(path, false);
    }

    private static LoanStore open(Path path, boolean readOnly) {
        return LoanStore.open(path, new DirtyTitles(), 3, Keeping.DEFAULT, readOnly);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
