package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.suggest.Blend;

class MigrationTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void aStoreOfAnOlderSchemaHasTheNeighboursOfItsLoansAgain() {
        Fingerprint before = filled();
        makeOld();
        assertThatThrownBy(() -> Engine.openReadOnly(settings(), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store has schema 1, and this Leeswijzer reads 5");
        try (Engine engine = Engine.openAtRest(settings(), CLOCK)) {
            assertThat(engine.model().version()).isEqualTo(1);
            assertThat(engine.model().blend()).isEqualTo(Blend.DEFAULT);
            assertThat(engine.statistics().dirtyTitles()).isPositive();
            engine.sweep(Progress.SILENT);
            assertThat(engine.fingerprint()).isEqualTo(before);
        }
        Engine.openReadOnly(settings(), CLOCK).close();
    }

    @Test
    void aStoreWithoutPromisesKeepsAllThatIsMadeOfItsLoans() {
        Fingerprint before = filled();
        try (Database database = Database.open(folder.resolve("store"), false)) {
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(2));
        }
        assertThatThrownBy(() -> Engine.openReadOnly(settings(), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 2, and this Leeswijzer reads 5");
        try (Engine engine = Engine.openAtRest(settings(), CLOCK)) {
            assertThat(engine.statistics().dirtyTitles()).isZero();
            assertThat(engine.fingerprint()).isEqualTo(before);
        }
        Engine.openReadOnly(settings(), CLOCK).close();
    }

    @Test
    void aStoreWithoutOpinionsKeepsAllAndHearsThemFromThenOn() {
        Fingerprint before = filled();
        try (Database database = Database.open(folder.resolve("store"), false)) {
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(4));
        }
        assertThatThrownBy(() -> Engine.openReadOnly(settings(), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 4, and this Leeswijzer reads 5");
        ReaderKey reader = new ReaderKey(1, 2);
        try (Engine engine = Engine.openAtRest(settings(), CLOCK)) {
            assertThat(engine.fingerprint()).isEqualTo(before);
            assertThat(engine.declined(reader)).isEmpty();
            RecordId title = new RecordId(new Library("noord"), "t1");
            engine.accept(
                    EventBatch.of(
                            List.of(
                                    new LibraryEvent.FeedbackGiven(
                                            new Feedback(
                                                    reader,
                                                    Opinion.NOT_FOR_ME,
                                                    title,
                                                    null,
                                                    null,
                                                    CLOCK.instant())))));
        }
        try (Engine engine = Engine.openReadOnly(settings(), CLOCK)) {
            assertThat(engine.declined(reader)).hasSize(1);
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        filled();
        try (Database database = Database.open(folder.resolve("store"), false)) {
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(Meta.SCHEMA_VERSION + 1));
        }
        assertThatThrownBy(() -> Engine.openAtRest(settings(), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store has schema 6, made by a newer Leeswijzer");
    }

    private Fingerprint filled() {
        try (Engine engine = Engine.openAtRest(settings(), CLOCK)) {
            List<LibraryEvent> loans = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int patron = i % 8;
                Borrowed title = new Borrowed.OfTitle("t" + (patron % 2 * 2 + i / 8 % 2));
                loans.add(
                        new LibraryEvent.LoanMade(
                                new Library("noord"),
                                new LoanKey(1, i),
                                new PatronKey(2, patron),
                                title,
                                20_000 + i));
            }
            engine.accept(EventBatch.of(loans));
            engine.retrain(Progress.SILENT);
            return engine.fingerprint();
        }
    }

    /** As schema 1 had it: neighbours of 12 bytes, and blends of two numbers, the first in other units. */
    private void makeOld() {
        try (Database database = Database.open(folder.resolve("store"), false)) {
            List<byte[]> keys = new ArrayList<>();
            database.scan(Table.NEIGHBOURS, Bytes.EMPTY, (key, value) -> keys.add(key));
            assertThat(keys).isNotEmpty();
            keys.forEach(key -> database.put(Table.NEIGHBOURS, key, new byte[12]));
            database.put(Table.MODELS, ModelLayout.key(1), new byte[7]);
            long weight = Double.doubleToRawLongBits(16);
            database.put(Table.META, Meta.key(Meta.KINSHIP_WEIGHT), Meta.value(weight));
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(1));
        }
    }

    private EngineSettings settings() {
        return new EngineSettings(
                folder.resolve("store"), folder.resolve("secrets"), 3, OptionalInt.empty(), 1);
    }
}
