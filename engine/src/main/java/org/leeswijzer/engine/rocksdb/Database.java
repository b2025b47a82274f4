package org.leeswijzer.engine.rocksdb;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.FlushOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.Range;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * One RocksDB with a column family per {@link Table}: the owner of all native objects but those of a {@link Batch}. Safe
 * for use by many threads, also while it is being closed: whoever comes too late is told so.
 */
final class Database implements Reader, AutoCloseable {
    private final Path path;
    private final RocksDB rocks;
    private final DatabaseOptions options;
    private final @Nullable WriterLock lock;

    /** The default family, which is empty, then one per table. */
    private final List<ColumnFamilyHandle> handles;

    private final Map<Table, ColumnFamilyHandle> families = new EnumMap<>(Table.class);

    private final ReadOptions read = new ReadOptions();
    private final WriteOptions write = new WriteOptions();

    /** A closed database crashes the process when touched: every use holds the one, closing the other. */
    private final ReadWriteLock openness = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * Takes what was opened.
     *
     * @param inOrder the tables that are there
     * @param handles of the default family, then of each of them
     * @param lock held until the database is closed; null of one that is only read
     */
    Database(
            Path path,
            RocksDB rocks,
            List<Table> inOrder,
            List<ColumnFamilyHandle> handles,
            DatabaseOptions options,
            @Nullable WriterLock lock) {
        this.path = path;
        this.rocks = rocks;
        this.handles = handles;
        for (int i = 0; i < inOrder.size(); i++) {
            families.put(inOrder.get(i), handles.get(i + 1));
        }
        this.options = options;
        this.lock = lock;
    }

    /**
     * Opens the database in this folder, which is made if it is to be written.
     *
     * @throws StoreException if it cannot be, for one because another process holds it
     */
    static Database open(Path path, boolean readOnly) {
        return readOnly ? Opening.toRead(path) : Opening.toWrite(path);
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        return families.containsKey(table) ? whileOpen(() -> rocks.get(handle(table), key)) : null;
    }

    @Override
    public void scan(Table table, byte[] prefix, Visitor visitor) {
        scan(table, prefix, prefix, visitor);
    }

    /** As {@link #scan(Table, byte[], Visitor)}, from the first key that is not before the given one. */
    void scan(Table table, byte[] prefix, byte[] from, Visitor visitor) {
        if (!families.containsKey(table)) {
            return;
        }
        whileOpen(
                () -> {
                    try (RocksIterator iterator = rocks.newIterator(handle(table), read)) {
                        walk(iterator, prefix, from, visitor);
                    }
                    return true;
                });
    }

    /* An iterator sees the database as it was when the iterator was made, however long the walk takes. */
    static void walk(RocksIterator iterator, byte[] prefix, byte[] from, Visitor visitor)
            throws RocksDBException {
        iterator.seek(from);
        while (iterator.isValid()) {
            byte[] key = iterator.key();
            if (!Bytes.startsWith(key, prefix) || !visitor.visit(key, iterator.value())) {
                return;
            }
            iterator.next();
        }
        iterator.status();
    }

    /** A new batch, to be written by {@link #write} and closed by whoever asked for it. */
    Batch batch() {
        return batch(16);
    }

    /** The same, where about so many keys of a table will be changed. */
    Batch batch(int expected) {
        return new Batch(this, expected);
    }

    /** Writes all of the batch or nothing; it survives the end of this process, though not of the machine. */
    void write(Batch batch) {
        whileOpen(
                () -> {
                    try (WriteBatch changes = batch.changes()) {
                        rocks.write(write, changes);
                    }
                    return true;
                });
    }

    void put(Table table, byte[] key, byte[] value) {
        whileOpen(
                () -> {
                    rocks.put(handle(table), write, key, value);
                    return true;
                });
    }

    void delete(Table table, byte[] key) {
        whileOpen(
                () -> {
                    rocks.delete(handle(table), write, key);
                    return true;
                });
    }

    /** Removes all keys from the one to before the other. */
    void deleteRange(Table table, byte[] from, byte[] to) {
        whileOpen(
                () -> {
                    rocks.deleteRange(handle(table), write, from, to);
                    return true;
                });
    }

    /** Makes a file of keys for a table to take in; none if there is nothing in it. */
    void sortedFile(Path file, Consumer<SortedFile> content) {
        whileOpen(
                () -> {
                    try (Options both = new Options(options.database(), options.tables());
                            SortedFile sorted = new SortedFile(file, both)) {
                        content.accept(sorted);
                        sorted.finish();
                    }
                    return true;
                });
    }

    /** Moves such a file into the table; what it holds is there from then on, and survives the end of this process. */
    void takeIn(Table table, Path file) {
        whileOpen(
                () -> {
                    try (IngestExternalFileOptions moving =
                            new IngestExternalFileOptions().setMoveFiles(true)) {
                        rocks.ingestExternalFile(handle(table), List.of(file.toString()), moving);
                    }
                    return true;
                });
    }

    /** Takes what was replaced or removed out of the tables' files and the journal too, where it stays for a while otherwise. */
    void purge(List<Table> some) {
        whileOpen(
                () -> {
                    try (FlushOptions flush = new FlushOptions();
                            CompactRangeOptions whole =
                                    new CompactRangeOptions()
                                            .setBottommostLevelCompaction(
                                                    BottommostLevelCompaction.kForce)) {
                        rocks.flush(flush, handles);
                        for (Table table : some) {
                            rocks.compactRange(handle(table), null, null, whole);
                        }
                    }
                    return true;
                });
    }

    /** Makes a copy of the database as it is now, of links where the disk has them; the folder must not be there. */
    void checkpoint(Path folder) {
        whileOpen(
                () -> {
                    try (Checkpoint checkpoint = Checkpoint.create(rocks)) {
                        checkpoint.createCheckpoint(folder.toString());
                    }
                    return true;
                });
    }

    /** Reads every block of every file and holds it against its checksum. */
    void verify() {
        whileOpen(
                () -> {
                    rocks.verifyChecksum();
                    return true;
                });
    }

    /** About how many bytes on disk the keys from the one to before the other take. */
    long bytes(Table table, byte[] from, byte[] to) {
        return whileOpen(
                () -> {
                    try (Slice first = new Slice(from);
                            Slice beyond = new Slice(to)) {
                        return rocks.getApproximateSizes(
                                        handle(table),
                                        List.of(new Range(first, beyond)),
                                        SizeApproximationFlag.INCLUDE_FILES)[0];
                    }
                });
    }

    ColumnFamilyHandle handle(Table table) {
        return Objects.requireNonNull(families.get(table));
    }

    Path path() {
        return path;
    }

    /** Something done with the native database. */
    @FunctionalInterface
    interface Native<T extends @Nullable Object> {
        T call() throws RocksDBException;
    }

    <T extends @Nullable Object> T whileOpen(Native<T> action) {
        Lock open = openness.readLock();
        open.lock();
        try {
            if (closed) {
                throw new StoreException("the store is closed", path);
            }
            return action.call();
        } catch (RocksDBException e) {
            throw Trouble.of(path, e);
        } finally {
            open.unlock();
        }
    }

    boolean isOpen() {
        Lock open = openness.readLock();
        open.lock();
        try {
            return !closed;
        } finally {
            open.unlock();
        }
    }

    @Override
    public void close() {
        Lock alone = openness.writeLock();
        alone.lock();
        try {
            if (!closed) {
                closed = true;
                List.of(read, write).forEach(AbstractNativeReference::close);
                handles.forEach(AbstractNativeReference::close);
                rocks.close();
                options.close();
                if (lock != null) {
                    lock.close();
                }
            }
        } finally {
            alone.unlock();
        }
    }
}
