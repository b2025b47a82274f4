package org.leeswijzer.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Origin;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;

/** A model goes out as a file and comes in again, into the same store and into another. */
class ModelFileTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @TempDir private Path folder;

    @Test
    void whatGoesOutComesInAgain() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            ImportedModel imported = load(engine, file);
            assertThat(imported.version())
                    .isEqualTo(engine.models().find(2))
                    .isEqualTo(engine.models().find(1).imported(2, new Origin(1, "bo", NOW)));
            assertThat(imported.version().state()).isEqualTo(ModelState.KEPT);
            assertThat(imported.neighboursLeftOut()).isZero();
            assertThat(imported.unknownTitles()).isZero();
            assertThat(rows(engine, 2)).isEqualTo(rows(engine, 1));
            assertThat(engine.model().version()).as("nobody published it").isEqualTo(1);

            byte[] again = export(engine, 2);
            assertThat(again).hasSizeGreaterThan(file.length / 2).isNotEqualTo(file);
            engine.models().publish(2, "bo", null);
            assertThat(engine.model().version()).isEqualTo(2);
        }
    }

    @Test
    void anotherStoreHasOtherNumbersAndTheSameTitles() throws IOException {
        byte[] file;
        List<List<String>> names;
        try (Engine engine = filled("here")) {
            file = export(engine, 1);
            names = names(engine, 1);
            assertThat(names).isNotEmpty();
        }
        try (Engine engine = open("there", 3)) {
            engine.accept(EventBatch.of(List.of(title(ZUID, "z1"), title(NOORD, "t1"))));
            borrowAll(engine);
            load(engine, file);
            assertThat(engine.catalogue().find(NOORD, "t0"))
                    .as("a number that another title has where the file comes from")
                    .hasValue(2);
            assertThat(names(engine, 1)).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aPatronWhoWasErasedSinceIsNotBroughtBack() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            erase(engine, 0);
            ImportedModel imported = load(engine, file);
            assertThat(engine.models().neighbours(2, Scope.CONSORTIUM, 0))
                    .extracting(Neighbour::both)
                    .containsExactly(3);
            assertThat(imported.neighboursLeftOut()).isZero();
            erase(engine, 1);
            assertThat(engine.models().neighbours(2, Scope.CONSORTIUM, 0)).isEmpty();
            assertThatThrownBy(() -> load(engine, file))
                    .hasMessage(
                            "the file knows other titles and loans than this store: import the catalogue and the loans first");
        }
    }

    @Test
    void aPatronWhoIsErasedWhileAFileIsReadIsTakenOutOfIt() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            engine.importModel(
                    new ByteArrayInputStream(file),
                    "bo",
                    (stage, done, total) -> {
                        if (done == 1) {
                            erase(engine, 0);
                        }
                    });
            assertThat(rows(engine, 2))
                    .isNotEmpty()
                    .allSatisfy(
                            row ->
                                    assertThat(row)
                                            .extracting(Neighbour::both)
                                            .allMatch(both -> both == 3));
        }
    }

    @Test
    void titlesThatAreNotKnownAreLeftOutAndCounted() throws IOException {
        byte[] file;
        try (Engine engine = filled("here")) {
            borrow(engine, NOORD, 500, "t0", "new");
            borrow(engine, NOORD, 501, "t0", "new");
            borrow(engine, NOORD, 502, "t0", "new");
            engine.retrain(Progress.SILENT);
            file = export(engine, 2);
        }
        try (Engine engine = filled("there")) {
            ImportedModel imported = load(engine, file);
            assertThat(imported.unknownTitles()).isEqualTo(1);
            assertThat(imported.neighboursLeftOut()).isEqualTo(4);
            assertThat(rows(engine, 2)).as("four titles in two scopes").hasSize(8);
        }
    }

    @Test
    void aFileBelowMinBorrowersIsRefused() throws IOException {
        byte[] file;
        try (Engine engine = filled("here")) {
            file = export(engine, 1);
        }
        try (Engine engine = open("there", 4)) {
            assertThatThrownBy(() -> load(engine, file))
                    .isInstanceOf(ModelRefusal.class)
                    .hasMessage(
                            "the file was made with minBorrowers 3, and this store keeps to 4: export one that was made with at least 4");
            assertThat(engine.models().all()).isEmpty();
        }
    }

    @Test
    void aFileTellsWhatTheStoreKeepsToNow() throws IOException {
        filled("here").close();
        byte[] file;
        try (Engine engine = open("here", 4)) {
            file = export(engine, 1);
        }
        try (Engine engine = open("here", 4)) {
            assertThat(load(engine, file).neighbours()).isEqualTo(8);
        }
    }

    @Test
    void aPairBelowItsOwnMinBorrowersIsRefused() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            byte[] neighbour = firstNeighbour(engine);
            int at = indexOf(file, neighbour);
            ByteBuffer.wrap(file).putInt(at + 8, 2);
            assertThatThrownBy(() -> load(engine, sealed(file)))
                    .hasMessage(
                            "the file has a pair that 2 patrons share, below its own minBorrowers 3: export it again");
            assertThat(engine.models().all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9, 0.999})
    void aFileThatIsCutOffIsRefusedAndLeavesNothing(double where) throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            assertThatThrownBy(() -> load(engine, Arrays.copyOf(file, (int) (where * file.length))))
                    .isInstanceOf(ModelRefusal.class)
                    .hasMessage("the file ends too early: it was not copied whole");
            assertThat(engine.models().all()).extracting(ModelVersion::number).containsExactly(1);
        }
    }

    @Test
    void aFileInWhichAnyByteIsChangedIsRefused() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            for (int at = 0; at < file.length; at++) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) (at % 2 == 0 ? 1 : 0x80);
                assertThatThrownBy(() -> load(engine, changed))
                        .as("byte %d", at)
                        .isInstanceOf(ModelRefusal.class);
            }
            byte[] longer = Arrays.copyOf(file, file.length + 1);
            assertThatThrownBy(() -> load(engine, longer))
                    .hasMessage("the file is damaged: its checksum is not that of what it holds");
            assertThat(engine.models().all()).hasSize(1);
        }
    }

    @Test
    void anotherFormatAndAnythingElseAreToldApart() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] file = export(engine, 1);
            ByteBuffer.wrap(file).putShort(8, (short) 3);
            assertThatThrownBy(() -> load(engine, sealed(file)))
                    .hasMessage(
                            "the file has format 3, made by a newer Leeswijzer; this one reads up to 2: run the newer one");
            ByteBuffer.wrap(file).putShort(8, (short) 1);
            assertThatThrownBy(() -> load(engine, sealed(file)))
                    .hasMessage(
                            "the file has format 1, made by an older Leeswijzer; this one reads 2: retrain with this one, and export that");
            assertThatThrownBy(
                            () ->
                                    load(
                                            engine,
                                            "id,title,authors\n".getBytes(StandardCharsets.UTF_8)))
                    .hasMessage("the file is no model: give one that was exported");
        }
    }

    @Test
    void aFileNamesNoPatron() throws IOException {
        try (Engine engine = filled("here")) {
            byte[] pseudonym = ByteBuffer.allocate(8).putLong(PATRON).array();
            assertThat(indexOf(export(engine, 1), pseudonym)).isNegative();
        }
    }

    private static final long PATRON = 0x5EC1E7_5EC1E7L;

    private static byte[] export(Engine engine, int version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        engine.exportModel(version, out, Progress.SILENT);
        return out.toByteArray();
    }

    private static ImportedModel load(Engine engine, byte[] file) throws IOException {
        return engine.importModel(new ByteArrayInputStream(file), "bo", Progress.SILENT);
    }

    /** The file with the checksum of what it holds now. */
    private static byte[] sealed(byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = Arrays.copyOf(file, file.length - digest.getDigestLength());
            byte[] all = Arrays.copyOf(head, file.length);
            System.arraycopy(digest.digest(head), 0, all, head.length, digest.getDigestLength());
            return all;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] firstNeighbour(Engine engine) {
        Neighbour first = engine.models().neighbours(1, Scope.CONSORTIUM, 0).get(0);
        return ByteBuffer.allocate(16)
                .putInt(first.title())
                .putFloat(first.score())
                .putInt(first.both())
                .putFloat(first.overlap())
                .array();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** All rows that are not empty, by scope and title. */
    private static List<List<Neighbour>> rows(Engine engine, int version) {
        List<List<Neighbour>> rows = new ArrayList<>();
        for (int scope = 0; scope <= engine.libraries().size(); scope++) {
            for (int title = 0; title < engine.catalogue().size(); title++) {
                rows.add(engine.models().neighbours(version, new Scope(scope), title));
            }
        }
        rows.removeIf(List::isEmpty);
        return rows;
    }

    /** Every row as the scope's library, the title's id and those of its neighbours. */
    private static List<List<String>> names(Engine engine, int version) {
        List<List<String>> names = new ArrayList<>();
        for (int scope = 0; scope <= engine.libraries().size(); scope++) {
            for (int title = 0; title < engine.catalogue().size(); title++) {
                List<Neighbour> row = engine.models().neighbours(version, new Scope(scope), title);
                if (!row.isEmpty()) {
                    List<String> line = new ArrayList<>();
                    line.add(scope == 0 ? "" : engine.libraries().get(scope - 1).code());
                    line.add(name(engine, title));
                    row.forEach(
                            neighbour ->
                                    line.add(
                                            name(engine, neighbour.title())
                                                    + neighbour.score()
                                                    + neighbour.both()
                                                    + neighbour.overlap()));
                    names.add(line);
                }
            }
        }
        return names;
    }

    private static String name(Engine engine, int title) {
        for (String id : List.of("t0", "t1", "t2", "z0", "z1", "z2")) {
            for (Library library : List.of(NOORD, ZUID)) {
                OptionalInt found = engine.catalogue().find(library, id);
                if (found.isPresent() && found.getAsInt() == title) {
                    return library + "/" + id;
                }
            }
        }
        throw new IllegalStateException("title " + title);
    }

    private Engine filled(String store) {
        Engine engine = open(store, 3);
        engine.accept(EventBatch.of(List.of(title(NOORD, "t0"), title(ZUID, "z1"))));
        borrowAll(engine);
        engine.retrain(Progress.SILENT);
        return engine;
    }

    /* In noord four patrons borrow t0 and t1, in zuid four z0 and z1, and others something else; t1 and z0 are in no catalogue. */
    private static void borrowAll(Engine engine) {
        for (int patron = 0; patron < 4; patron++) {
            borrow(engine, NOORD, patron, "t0", "t1");
            borrow(engine, ZUID, patron, "z0", "z1");
            borrow(engine, NOORD, 100 + patron, "t2");
            borrow(engine, ZUID, 100 + patron, "z2");
        }
    }

    private static void borrow(Engine engine, Library library, int patron, String... titles) {
        List<LibraryEvent> loans = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            loans.add(
                    new LibraryEvent.LoanMade(
                            library,
                            new LoanKey(patron, i),
                            new PatronKey(PATRON, patron),
                            new Borrowed.OfTitle(titles[i]),
                            20_000));
        }
        engine.accept(EventBatch.of(loans));
    }

    private static void erase(Engine engine, int patron) {
        List<LibraryEvent> events = new ArrayList<>();
        for (Library library : List.of(NOORD, ZUID)) {
            events.add(new LibraryEvent.PatronErased(library, new PatronKey(PATRON, patron), NOW));
        }
        engine.accept(EventBatch.of(events));
    }

    private static LibraryEvent title(Library library, String id) {
        return new LibraryEvent.TitleSeen(
                new TitleRecord(
                        library,
                        id,
                        null,
                        null,
                        new Description(
                                "Title " + id,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                MediaType.BOOK,
                                Audience.UNKNOWN,
                                null),
                        false));
    }

    private Engine open(String store, int minBorrowers) {
        EngineSettings settings =
                new EngineSettings(
                        folder.resolve(store),
                        folder.resolve("secrets"),
                        minBorrowers,
                        OptionalInt.empty(),
                        2);
        return Engine.openAtRest(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
