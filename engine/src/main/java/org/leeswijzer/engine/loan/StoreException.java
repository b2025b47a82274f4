package org.leeswijzer.engine.loan;

import java.nio.file.Path;

/** The store could not be opened, read or written; the message names the store, its path and the cause. */
public final class StoreException extends RuntimeException {
    public StoreException(String what, Path path, Throwable cause) {
        super("%s (store %s): %s".formatted(what, path, cause.getMessage()), cause);
    }

    public StoreException(String what, Path path) {
        super("%s (store %s)".formatted(what, path));
    }
}
