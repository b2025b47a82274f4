package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.FilledStore;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.backup.BackupFolder;
import org.leeswijzer.engine.backup.Manifest;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/** A store backed up while it is open, and restored in its place. */
class BackupTest {
    @TempDir private Path folder;

    @Test
    void aRestoredStoreIsThatOfTheMomentOfTheBackup() {
        Fingerprint then;
        try (Engine engine = FilledStore.open(folder)) {
            then = FilledStore.fill(engine);
            assertThat(backUp(engine).fingerprint()).isEqualTo(then);
            eraseFirst(engine);
            assertThat(engine.fingerprint()).isNotEqualTo(then);
        }
        restore(true);
        try (Engine engine = FilledStore.open(folder)) {
            assertThat(engine.fingerprint()).isEqualTo(then);
            assertThat(engine.nextOffset(FilledStore.LOANS)).hasValue(40);
            assertThat(engine.backups().restored()).isEmpty();
        }
    }

    @Test
    void aBackupSharesNothingWithTheStoreAndLeavesNothingInIt() throws IOException {
        FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            backUp(engine);
            assertThat(folder.resolve("store/checkpoint")).doesNotExist();
            for (Path file : files(backup())) {
                assertThat(Files.getAttribute(file, "unix:nlink")).as("%s", file).isEqualTo(1);
            }
        }
    }

    @Test
    void aBackupHoldsNoSecrets() throws IOException {
        try (Engine engine = FilledStore.open(folder)) {
            FilledStore.fill(engine);
            var unused = engine.secrets().pseudonymiser(FilledStore.NOORD);
            assertThat(folder.resolve("secrets")).isNotEmptyDirectory();
            backUp(engine);
        }
        assertThat(files(backup()))
                .extracting(file -> file.getFileName().toString())
                .allMatch(
                        name ->
                                name.matches(
                                        "SHA256SUMS|CURRENT|[0-9]+\\.(sst|log)|(MANIFEST|OPTIONS)-[0-9]+"));
    }

    @Test
    void aSecondBackupInTheSameFolderIsRefused() {
        try (Engine engine = FilledStore.open(folder)) {
            FilledStore.fill(engine);
            backUp(engine);
            assertThatThrownBy(() -> backUp(engine))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("give a folder that is not there yet")
                    .hasMessageContaining(backup().toString());
        }
    }

    @Test
    void whatABackupThatWasCutOffLeftIsRemoved() throws IOException {
        FilledStore.fill(folder);
        Files.createDirectories(folder.resolve("store/checkpoint"));
        Files.writeString(folder.resolve("store/checkpoint/000001.sst"), "half");
        FilledStore.open(folder).close();
        assertThat(folder.resolve("store/checkpoint")).doesNotExist();
    }

    @Test
    void everyFileOfABackupIsRefusedWhenAByteOfItIsAnother() throws IOException {
        Fingerprint now = backedUpAndChanged();
        for (Path file : files(backup())) {
            byte[] whole = Files.readAllBytes(file);
            byte[] broken = whole.length == 0 ? new byte[1] : whole.clone();
            broken[broken.length / 2] ^= 1;
            Files.write(file, broken);
            isRefusedNaming(file);
            Files.write(file, whole);
        }
        assertThat(fingerprint()).isEqualTo(now);
        restore(true);
    }

    @Test
    void everyFileOfABackupIsRefusedWhenItIsCutOffOrMissing() throws IOException {
        Fingerprint now = backedUpAndChanged();
        for (Path file : files(backup())) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length > 0) {
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                isRefusedNaming(file);
            }
            Files.delete(file);
            isRefusedNaming(file);
            Files.write(file, whole);
        }
        Files.writeString(backup().resolve("000099.sst"), "one too many");
        isRefusedNaming(backup().resolve("000099.sst"));
        assertThat(fingerprint()).isEqualTo(now);
    }

    @Test
    void aStoreThatIsServedIsNotReplaced() {
        try (Engine engine = FilledStore.open(folder)) {
            FilledStore.fill(engine);
            backUp(engine);
            assertThatThrownBy(() -> restore(true))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "another process writes to the store, with process id "
                                    + ProcessHandle.current().pid());
            assertThat(engine.statistics().loans()).isPositive();
        }
    }

    @Test
    void aStoreThatCannotBeOpenedAnyMoreIsReplaced() throws IOException {
        Fingerprint then = FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            backUp(engine);
        }
        Files.delete(folder.resolve("store/CURRENT"));
        restore(true);
        assertThat(fingerprint()).isEqualTo(then);
        assertThat(folder).isDirectoryNotContaining("glob:**store.*");
    }

    @Test
    void aRestoreThatWasCutOffIsToldAndDoneAgain() throws IOException {
        Fingerprint then = FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            backUp(engine);
        }
        Files.move(folder.resolve("store"), folder.resolve("store.replaced"));
        assertThatThrownBy(() -> FilledStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a restore was cut off here: restore again");
        restore(true);
        assertThat(fingerprint()).isEqualTo(then);
        assertThat(folder.resolve("store.replaced")).doesNotExist();
    }

    @Test
    void whoWasErasedSinceTheBackupIsWaitedFor() {
        FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            backUp(engine);
        }
        restore(false);
        try (Engine engine = FilledStore.open(folder)) {
            assertThat(engine.backups().restored())
                    .hasValueSatisfying(
                            restored -> {
                                assertThat(restored.made()).isEqualTo(FilledStore.CLOCK.instant());
                                assertThat(restored.hasGaps()).isFalse();
                            });
        }
        try (Engine engine = FilledStore.open(folder)) {
            engine.backups().caughtUp();
            assertThat(engine.backups().restored()).isEmpty();
        }
    }

    @Test
    void recordsThatAreLostSinceTheBackupKeepItFromBeingServed() {
        FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            engine.lostRecords();
            assertThat(engine.backups().restored()).as("it was not restored").isEmpty();
            backUp(engine);
        }
        restore(false);
        try (Engine engine = FilledStore.open(folder)) {
            engine.lostRecords();
        }
        try (Engine engine = FilledStore.open(folder)) {
            assertThat(engine.backups().restored())
                    .hasValueSatisfying(restored -> assertThat(restored.hasGaps()).isTrue());
            assertThatThrownBy(() -> engine.backups().caughtUp())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private Fingerprint backedUpAndChanged() {
        FilledStore.fill(folder);
        try (Engine engine = FilledStore.open(folder)) {
            backUp(engine);
            eraseFirst(engine);
            return engine.fingerprint();
        }
    }

    private static void eraseFirst(Engine engine) {
        var erased =
                new LibraryEvent.PatronErased(
                        FilledStore.NOORD, new PatronKey(7, 0), FilledStore.CLOCK.instant());
        var unused = engine.accept(new EventBatch(List.of(erased), Map.of(FilledStore.LOANS, 41L)));
    }

    private void isRefusedNaming(Path file) {
        assertThatThrownBy(() -> restore(true))
                .as("%s", file)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(backup().toString());
        assertThat(folder.resolve("store.restoring")).doesNotExist();
    }

    private Fingerprint fingerprint() {
        try (Engine engine = FilledStore.open(folder)) {
            return engine.fingerprint();
        }
    }

    private Manifest backUp(Engine engine) {
        return engine.backups().write(backup(), FilledStore.CLOCK.instant(), Progress.SILENT);
    }

    private void restore(boolean serveAtOnce) {
        Manifest manifest =
                new StoreRestore(backup(), folder.resolve("store"))
                        .run(serveAtOnce, Progress.SILENT);
        assertThat(manifest).isEqualTo(new BackupFolder(backup()).manifest());
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
