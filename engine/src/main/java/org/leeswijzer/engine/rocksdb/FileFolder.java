package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.leeswijzer.engine.loan.StoreException;

/** A folder inside the store's, of files that wait for the database to take them in. */
final class FileFolder {
    private final Path path;

    FileFolder(Database database, String name) {
        path = database.path().resolve(name);
    }

    /** Makes the folder, empty. */
    void begin() {
        clear();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StoreException("the folder of files to take in cannot be made", path, e);
        }
    }

    /** A file of that name. */
    Path file(String name) {
        return path.resolve(name);
    }

    /** The files whose names start so, in order; none if there is no folder. */
    List<Path> files(String start) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("the files to take in cannot be listed", path, e);
        }
    }

    /** Removes the folder and what is in it. */
    void clear() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StoreException("the files to take in cannot be removed", path, e);
        }
    }
}
