package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * One RocksDB with a column family per {@link Table}: the owner of all native objects but those of a {@link Batch}. Safe
 * for use by many threads, also while it is being closed: whoever comes too late is told so.
 */
final class Database implements Reader, AutoCloseable {
    /*
     * A cache is cut into shards, 64 by default, and the filter of a file with millions of keys is larger than a 64th: it
     * would never stay, and be read whole for every key that is looked for. So the shards are few, and filters and indexes
     * are cut into blocks of their own.
     */
    private static final long CACHE_BYTES = 256L << 20;
    private static final int CACHE_SHARD_BITS = 2;

    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    private static final int BLOOM_BITS = 10;

    /** Most loans that come are new: a filter says so without a search among what was written last. */
    private static final double MEMTABLE_BLOOM = 0.05;

    private final Path path;
    private final RocksDB rocks;
    private final DBOptions settings;
    private final ColumnFamilyOptions tables;

    /** The default family, which is empty, then one per table. */
    private final List<ColumnFamilyHandle> handles;

    private final Map<Table, ColumnFamilyHandle> families = new EnumMap<>(Table.class);

    /** Closed in this order, after the database. */
    private final List<AbstractNativeReference> owned;

    private final ReadOptions read = new ReadOptions();
    private final WriteOptions write = new WriteOptions();

    /** A closed database crashes the process when touched: every use holds the one, closing the other. */
    private final ReadWriteLock openness = new ReentrantReadWriteLock();

    private boolean closed;

    private Database(
            Path path,
            RocksDB rocks,
            List<Table> inOrder,
            List<ColumnFamilyHandle> handles,
            DBOptions settings,
            ColumnFamilyOptions tables,
            List<AbstractNativeReference> owned) {
        this.path = path;
        this.rocks = rocks;
        this.settings = settings;
        this.tables = tables;
        this.handles = handles;
        for (int i = 0; i < inOrder.size(); i++) {
            families.put(inOrder.get(i), handles.get(i + 1));
        }
        this.owned = owned;
    }

    /**
     * Opens the database in this folder, which is made if it is to be written.
     *
     * @throws StoreException if it cannot be, for one because another process holds it
     */
    static Database open(Path path, boolean readOnly) {
        RocksDB.loadLibrary();
        LRUCache cache = new LRUCache(CACHE_BYTES, CACHE_SHARD_BITS);
        BloomFilter bloom = new BloomFilter(BLOOM_BITS);
        ColumnFamilyOptions families =
                new ColumnFamilyOptions()
                        .setWriteBufferSize(WRITE_BUFFER_BYTES)
                        .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM)
                        .setMemtableWholeKeyFiltering(true)
                        .setCompressionType(CompressionType.LZ4_COMPRESSION)
                        .setLevelCompactionDynamicLevelBytes(true)
                        .setTableFormatConfig(
                                new BlockBasedTableConfig()
                                        .setBlockCache(cache)
                                        .setFilterPolicy(bloom)
                                        .setIndexType(IndexType.kTwoLevelIndexSearch)
                                        .setPartitionFilters(true)
                                        .setCacheIndexAndFilterBlocks(true)
                                        .setPinL0FilterAndIndexBlocksInCache(true));
        DBOptions options =
                new DBOptions()
                        .setCreateIfMissing(!readOnly)
                        .setCreateMissingColumnFamilies(!readOnly)
                        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                        .setKeepLogFileNum(2)
                        // One thread at a time stores loans, and alone it is faster.
                        .setAllowConcurrentMemtableWrite(false)
                        .setMaxBackgroundJobs(2);
        List<AbstractNativeReference> owned = List.of(options, families, bloom, cache);
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            if (!readOnly) {
                Files.createDirectories(path);
            }
            List<Table> tables = readOnly ? present(path) : List.of(Table.values());
            List<ColumnFamilyDescriptor> descriptors = descriptors(tables, families);
            RocksDB rocks =
                    readOnly
                            ? RocksDB.openReadOnly(options, path.toString(), descriptors, handles)
                            : RocksDB.open(options, path.toString(), descriptors, handles);
            return new Database(path, rocks, tables, handles, options, families, owned);
        } catch (RocksDBException e) {
            closeAll(owned);
            throw refusal(path, e);
        } catch (IOException e) {
            closeAll(owned);
            throw new StoreException("the store's folder cannot be made", path, e);
        }
    }

    /** The tables of a store that an older engine may have made; one that is not there is read as empty. */
    private static List<Table> present(Path path) throws RocksDBException {
        try (Options options = new Options()) {
            Set<String> names =
                    RocksDB.listColumnFamilies(options, path.toString()).stream()
                            .map(name -> new String(name, StandardCharsets.UTF_8))
                            .collect(Collectors.toSet());
            return Arrays.stream(Table.values())
                    .filter(
                            table ->
                                    names.contains(
                                            new String(table.familyName(), StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    private static List<ColumnFamilyDescriptor> descriptors(
            List<Table> tables, ColumnFamilyOptions options) {
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options));
        for (Table table : tables) {
            descriptors.add(new ColumnFamilyDescriptor(table.familyName(), options));
        }
        return descriptors;
    }

    private static StoreException refusal(Path path, RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("LOCK") || message.contains("lock")) {
            return new StoreException(
                    "another process writes to the store: stop it, or use another data folder",
                    path,
                    e);
        }
        if (!Files.exists(path.resolve("CURRENT"))) {
            return new StoreException("there is no store here: import or serve first", path, e);
        }
        return new StoreException("the store cannot be opened", path, e);
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
                    try (Options options = new Options(settings, tables);
                            SortedFile sorted = new SortedFile(file, options)) {
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
                    try (IngestExternalFileOptions options =
                            new IngestExternalFileOptions().setMoveFiles(true)) {
                        rocks.ingestExternalFile(handle(table), List.of(file.toString()), options);
                    }
                    return true;
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
        Lock lock = openness.readLock();
        lock.lock();
        try {
            if (closed) {
                throw new StoreException("the store is closed", path);
            }
            return action.call();
        } catch (RocksDBException e) {
            throw new StoreException("the store cannot be read or written", path, e);
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        Lock lock = openness.readLock();
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Lock lock = openness.writeLock();
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                closeAll(List.of(read, write));
                closeAll(handles);
                rocks.close();
                closeAll(owned);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void closeAll(List<? extends AbstractNativeReference> objects) {
        objects.forEach(AbstractNativeReference::close);
    }
}
