package org.leeswijzer.engine.rocksdb;

import java.nio.file.Path;
import org.leeswijzer.engine.loan.StoreException;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/** A file of keys in rising order, for a table to take in whole. For one thread. */
final class SortedFile implements AutoCloseable {
    private final Path path;
    private final EnvOptions environment = new EnvOptions();
    private final SstFileWriter writer;
    private boolean empty = true;

    /** @param options of the table; they stay open as long as this */
    SortedFile(Path path, Options options) {
        this.path = path;
        writer = new SstFileWriter(environment, options);
    }

    /** Adds a key, higher than the one before. */
    void put(byte[] key, byte[] value) {
        open();
        run(() -> writer.put(key, value));
    }

    /** Adds that a key, higher than the one before, is to be there no more. */
    void delete(byte[] key) {
        open();
        run(() -> writer.delete(key));
    }

    private void open() {
        if (empty) {
            run(() -> writer.open(path.toString()));
            empty = false;
        }
    }

    /** Ends the file and makes it safe; where nothing was added there is none. */
    void finish() {
        if (!empty) {
            run(writer::finish);
        }
    }

    private interface Writing {
        void run() throws RocksDBException;
    }

    private void run(Writing writing) {
        try {
            writing.run();
        } catch (RocksDBException e) {
            throw new StoreException(
                    "loans cannot be written, see whether the disk is full", path, e);
        }
    }

    @Override
    public void close() {
        writer.close();
        environment.close();
    }
}
