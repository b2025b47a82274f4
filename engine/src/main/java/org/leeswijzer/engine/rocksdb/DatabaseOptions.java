package org.leeswijzer.engine.rocksdb;

import java.util.List;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.WALRecoveryMode;

/** How a database is run, and the owner of what that takes: closed after the database. */
final class DatabaseOptions implements AutoCloseable {
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

    /*
     * Without bounds of ours the write-ahead log grows to gigabytes, since a table that is seldom written holds back the log
     * of all, and so do the list of files and what the database tells of itself.
     */
    private static final long WAL_BYTES = 256L << 20;
    private static final long MANIFEST_BYTES = 64L << 20;
    private static final long TELLING_BYTES = 8L << 20;
    private static final int TELLINGS = 2;

    private final LRUCache cache = new LRUCache(CACHE_BYTES, CACHE_SHARD_BITS);
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS);
    private final ColumnFamilyOptions tables;
    private final DBOptions database;

    /** @param make whether what is not there is made */
    DatabaseOptions(boolean make) {
        tables =
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
        database =
                new DBOptions()
                        .setCreateIfMissing(make)
                        .setCreateMissingColumnFamilies(make)
                        .setParanoidChecks(true)
                        // The last batch may be half there after a power cut. Any other damage is
                        // told, and not taken for the end of what was written.
                        .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                        .setMaxTotalWalSize(WAL_BYTES)
                        .setMaxManifestFileSize(MANIFEST_BYTES)
                        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                        .setMaxLogFileSize(TELLING_BYTES)
                        .setKeepLogFileNum(TELLINGS)
                        // One thread at a time stores loans, and alone it is faster.
                        .setAllowConcurrentMemtableWrite(false)
                        .setMaxBackgroundJobs(2);
    }

    DBOptions database() {
        return database;
    }

    /** Of every table. */
    ColumnFamilyOptions tables() {
        return tables;
    }

    @Override
    public void close() {
        List.of(database, tables, bloom, cache).forEach(AbstractNativeReference::close);
    }
}
