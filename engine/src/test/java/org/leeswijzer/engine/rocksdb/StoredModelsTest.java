package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.works.Languages;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Stores that a process left behind: killed while it made a version, or older than versions are recorded. */
class StoredModelsTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @TempDir private Path folder;

    @Test
    void aVersionThatWasBeingMadeWhenTheProcessEndedIsGone() {
        try (LoanStore store = open()) {
            StoredModels models = store.models();
            int version = models.reserve();
            store.candidate().begin(ModelVersion.candidate(version, NOW, "anna"));
            Row row = Row.of(List.of(new Neighbour(1, 2, 3, 3)));
            store.candidate().put(version, Scope.CONSORTIUM, 0, row);
            assertThat(rows(models, version)).isEqualTo(1);
        }
        try (LoanStore store = open()) {
            assertThat(store.models().all()).isEmpty();
            assertThat(rows(store.models(), 1)).isZero();
            assertThat(store.models().reserve()).isEqualTo(2);
        }
    }

    @Test
    void aStoreOlderThanRecordsIsReadAndGetsOne() throws RocksDBException {
        EngineSettings settings =
                new EngineSettings(
                        folder.resolve("store"),
                        folder.resolve("secrets"),
                        3,
                        OptionalInt.empty(),
                        1);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (Engine engine = Engine.openAtRest(settings, clock)) {
            engine.retrain(Progress.SILENT);
        }
        dropTable("models");
        try (Engine engine = Engine.openReadOnly(settings, clock)) {
            assertThat(engine.models().all()).isEmpty();
            assertThat(engine.model().version()).isEqualTo(1);
        }
        try (Engine engine = Engine.openAtRest(settings, clock)) {
            ModelVersion version = engine.models().find(1);
            assertThat(version.state()).isEqualTo(ModelState.SERVING);
            assertThat(version.began()).isEqualTo(NOW);
            assertThat(version.by()).isEqualTo("unknown");
            assertThat(version.made()).isNull();
            engine.retrain(Progress.SILENT);
            engine.models().rollBack("anna", null);
            assertThat(engine.model().version()).isEqualTo(1);
        }
    }

    private void dropTable(String name) throws RocksDBException {
        String path = folder.resolve("store").toString();
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        try (Options options = new Options()) {
            RocksDB.listColumnFamilies(options, path)
                    .forEach(family -> descriptors.add(new ColumnFamilyDescriptor(family)));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (DBOptions options = new DBOptions();
                RocksDB rocks = RocksDB.open(options, path, descriptors, handles)) {
            for (ColumnFamilyHandle handle : handles) {
                if (new String(handle.getName(), StandardCharsets.UTF_8).equals(name)) {
                    rocks.dropColumnFamily(handle);
                }
                handle.close();
            }
        }
    }

    private static int rows(StoredModels models, int version) {
        int[] rows = new int[1];
        models.forEach(
                version,
                (scope, title, row) -> {
                    rows[0]++;
                    return true;
                });
        return rows[0];
    }

    private LoanStore open() {
        return LoanStore.open(
                folder.resolve("store"),
                new DirtyTitles(),
                3,
                Keeping.DEFAULT,
                Languages.APART,
                false);
    }
}
