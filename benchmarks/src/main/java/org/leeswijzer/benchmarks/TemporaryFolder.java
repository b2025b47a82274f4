package org.leeswijzer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.leeswijzer.engine.EngineSettings;

/** A folder for an engine, which goes with all that is in it when this is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** Makes one where temporary files go. */
    public static TemporaryFolder make() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("leeswijzer-benchmark-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    /** An engine in this folder, where all loans count: generated ones stay where they are while the calendar goes on. */
    public EngineSettings settings() {
        EngineSettings defaults = EngineSettings.in(path);
        return new EngineSettings(
                defaults.store(),
                defaults.secrets(),
                defaults.minBorrowers(),
                OptionalInt.empty(),
                defaults.threads());
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("folder %s cannot be removed".formatted(path), e);
        }
    }
}
