package org.leeswijzer.engine.rocksdb;

import java.nio.file.Path;
import org.leeswijzer.engine.loan.StoreException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Says what a failure of the database means for whoever runs it, and what to do about it; the cause names the file. */
final class Trouble {
    private static final String DAMAGED =
            "the store is damaged: restore it from a backup with leeswijzer restore, or put its folder away and have all loans read again";

    private static final String FULL =
            "the disk is full where the store is: free some of it and start anew; what could not be stored is read again";

    private static final String SHARED =
            "another process writes to the store: stop it, or use another data folder";

    private static final String OTHER = "the store cannot be read or written";

    private Trouble() {}

    static StoreException of(Path path, RocksDBException e) {
        return new StoreException(what(e), path, e);
    }

    private static String what(RocksDBException e) {
        Status status = e.getStatus();
        String message = String.valueOf(e.getMessage());
        if (isFull(status, message)) {
            return FULL;
        }
        if (isLocked(message)) {
            return SHARED;
        }
        return isDamage(status, message) ? DAMAGED : OTHER;
    }

    private static boolean isFull(Status status, String message) {
        return (status != null && status.getSubCode() == Status.SubCode.NoSpace)
                || message.contains("No space left on device");
    }

    /* The path of a store may hold any word: only how the message begins tells. */
    private static boolean isLocked(String message) {
        return message.startsWith("While lock file") || message.startsWith("lock hold by");
    }

    /* A file that is named in the list of files and is not there, or is shorter, is damage too. */
    private static boolean isDamage(Status status, String message) {
        return (status != null && status.getCode() == Status.Code.Corruption)
                || message.startsWith("Corruption")
                || message.contains("No such file or directory");
    }
}
