package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.leeswijzer.engine.loan.StoreException;

/** Asks whether there is room before something large is written, rather than after half of it. */
final class DiskSpace {
    /** What is left for all else that is written meanwhile. */
    static final long MARGIN_BYTES = 16L << 20;

    private static final int MEBI = 20;

    private DiskSpace() {}

    /**
     * Looks whether so much can be written.
     *
     * @param what is to be written, as the subject of a sentence
     * @param folder that it is written to
     * @throws StoreException if not
     */
    static void require(String what, long bytes, Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free - MARGIN_BYTES < bytes) {
                throw new StoreException(
                        "%s needs about %d MiB of disk, and %d MiB are free: free some, or use a larger disk"
                                .formatted(what, (bytes + MARGIN_BYTES) >> MEBI, free >> MEBI),
                        folder);
            }
        } catch (IOException e) {
            throw new StoreException("the disk cannot be asked for its free space", folder, e);
        }
    }

    /** How many bytes the files of a folder have. */
    static long of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new StoreException("the files of the folder cannot be counted", folder, e);
        }
    }
}
