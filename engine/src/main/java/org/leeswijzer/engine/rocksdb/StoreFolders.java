package org.leeswijzer.engine.rocksdb;

import java.nio.file.Files;
import java.nio.file.Path;
import org.leeswijzer.engine.loan.StoreException;

/**
 * The folder of a store, and those beside and in it that are there only while something is done with the whole of it.
 *
 * @param store the store itself
 */
record StoreFolders(Path store) {

    static StoreFolders of(Path store) {
        return new StoreFolders(store);
    }

    /** Where a restored store is put together, until it takes the place of the one that is there. */
    Path restoring() {
        return beside(".restoring");
    }

    /** The store that was there, while the restored one takes its place. */
    Path replaced() {
        return beside(".replaced");
    }

    /** A view of the store at one moment, from which a backup is made. */
    Path checkpoint() {
        return store.resolve("checkpoint");
    }

    private Path beside(String ending) {
        return store.toAbsolutePath().normalize().resolveSibling(store.getFileName() + ending);
    }

    /** Whether nothing was ever stored here. */
    boolean isEmpty() {
        return !Files.exists(store.resolve("CURRENT"));
    }

    /** @throws StoreException if the store was put aside by a restore that did not come to its end */
    void checkNoRestoreIsCutOff() {
        if (isEmpty() && Files.exists(replaced())) {
            throw new StoreException(
                    "a restore was cut off here: restore again, or move %s back to where it was"
                            .formatted(replaced()),
                    store);
        }
    }
}
