package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leeswijzer.engine.loan.StoreException;

/** The files in which a database tells of itself, and which locks are made of: no part of what it holds. */
final class Tellings {
    private Tellings() {}

    /** Removes them from a folder that no database is open in. */
    static void delete(Path store) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(store, "{LOG,LOG.old*,LOCK,WRITER,IDENTITY}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException("files that tell of the store cannot be removed", store, e);
        }
    }
}
