package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.FilledStore;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.backup.Folders;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/** A store of which a byte is another, or the end of a file is gone: it is told, by the file, and never taken for whole. */
class DamageTest {
    private static final String DAMAGED = "the store is damaged: restore it from a backup";

    /** Of one kind; opening a store takes most of the time. */
    private static final int SOME = 4;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sst", "MANIFEST", "log", "CURRENT"})
    void aByteThatIsAnotherIsFoundByWhoOpensTheStoreOrReadsAllOfIt(String kind) throws IOException {
        Fingerprint whole = filledInFilesAndLog();
        List<Path> files = files(kind);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] broken = bytes.clone();
            broken[bytes.length / 2] ^= 0x10;
            Files.write(file, broken);
            assertThat(trouble())
                    .as("%s of %d", file.getFileName(), bytes.length)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(DAMAGED)
                    .hasMessageContaining(folder.resolve("store").toString());
            Files.write(file, bytes);
        }
        assertThat(trouble()).isNull();
        assertThat(fingerprint()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sst", "MANIFEST", "CURRENT"})
    void aFileThatIsCutOffOrGoneIsFoundByWhoOpensTheStore(String kind) throws IOException {
        Fingerprint whole = filledInFilesAndLog();
        for (Path file : files(kind)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(trouble()).as("half of %s", file).hasMessageContaining(DAMAGED);
            Files.delete(file);
            if (!kind.equals("CURRENT")) {
                assertThat(trouble()).as("no %s", file).hasMessageContaining(DAMAGED);
            }
            Files.write(file, bytes);
        }
        assertThat(fingerprint()).isEqualTo(whole);
    }

    @Test
    void aLogThatIsCutOffHoldsWholeBatchesWithTheirOffsets() throws IOException {
        FilledStore.fill(folder);
        Path log = files("log").get(0);
        byte[] bytes = Files.readAllBytes(log);
        Path copy = folder.resolve("whole");
        copy(folder.resolve("store"), copy);
        long before = -1;
        for (int length = bytes.length / 8; length < bytes.length; length += bytes.length / 8) {
            Folders.delete(folder.resolve("store"));
            copy(copy, folder.resolve("store"));
            Files.write(log, Arrays.copyOf(bytes, length));
            try (Engine engine = FilledStore.open(folder)) {
                long next = engine.nextOffset(FilledStore.LOANS).orElse(0);
                assertThat(engine.statistics().loans()).as("six loans a batch").isEqualTo(6 * next);
                assertThat(next).isGreaterThanOrEqualTo(before);
                before = next;
            }
        }
        assertThat(before).isPositive();
    }

    @Test
    void theFileThatIsDamagedIsNamed() throws IOException {
        filledInFilesAndLog();
        Path file = files("sst").get(0);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(trouble()).hasMessageContaining(file.getFileName().toString());
    }

    @Test
    void aStoreWhosePathSpeaksOfLocksIsNotTakenForALockedOne() throws IOException {
        folder = Files.createDirectories(folder.resolve("LOCK-lock"));
        filledInFilesAndLog();
        Path manifest = files("MANIFEST").get(0);
        Files.write(manifest, new byte[] {1, 2, 3});
        assertThat(trouble()).hasMessageContaining(DAMAGED);
    }

    @Test
    void aBackupOfADamagedStoreIsNotMade() throws IOException {
        filledInFilesAndLog();
        Engine engine = FilledStore.open(folder);
        for (Path file : files("sst")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[10] ^= 1;
            Files.write(file, bytes);
        }
        Path backup = folder.resolve("backup");
        assertThatThrownBy(
                        () ->
                                engine.backups()
                                        .write(
                                                backup,
                                                FilledStore.CLOCK.instant(),
                                                Progress.SILENT))
                .hasMessageContaining(DAMAGED);
        assertThat(backup).doesNotExist();
        // It may be too damaged to take a note, and is closed for others all the same.
        var unused = catchThrowable(engine::close);
        WriterLock.take(folder.resolve("store")).close();
    }

    @Test
    void whatIsLargerThanTheDiskIsRefusedBeforeItIsBegun() {
        assertThatThrownBy(() -> DiskSpace.require("a retrain", 1L << 60, folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a retrain needs about 1099511627792 MiB of disk")
                .hasMessageContaining("free some, or use a larger disk");
        DiskSpace.require("a retrain", 1, folder);
    }

    /* What was stored first is in files, what came last in the write-ahead log. */
    private Fingerprint filledInFilesAndLog() {
        FilledStore.fill(folder);
        FilledStore.open(folder).close();
        try (Engine engine = FilledStore.open(folder)) {
            return FilledStore.fill(engine);
        }
    }

    /** What is found by opening a copy of the store, as damage must not be mended by the way, and by reading all of it. */
    private @Nullable Throwable trouble() throws IOException {
        Path store = folder.resolve("store");
        Path kept = folder.resolve("kept");
        copy(store, kept);
        try {
            return catchThrowable(
                    () -> {
                        try (Engine engine = FilledStore.open(folder)) {
                            engine.backups()
                                    .write(
                                            folder.resolve("backup"),
                                            FilledStore.CLOCK.instant(),
                                            Progress.SILENT);
                        }
                    });
        } finally {
            Folders.delete(folder.resolve("backup"));
            Folders.delete(store);
            Files.move(kept, store);
        }
    }

    private Fingerprint fingerprint() {
        try (Engine engine = FilledStore.open(folder)) {
            return engine.fingerprint();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store"))) {
            return files.filter(file -> isOf(kind, file.getFileName().toString()))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .limit(SOME)
                    .toList();
        }
    }

    private static boolean isOf(String kind, String name) {
        return name.endsWith("." + kind) || name.startsWith(kind);
    }
}
