package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.leeswijzer.engine.rocksdb.StoredRows.Rows;
import org.leeswijzer.engine.similarity.Workers;

/**
 * How fast RocksDB alone takes what a store holds: the same keys and values out of memory into a new database with the
 * store's own options, and nothing of ours on top. It stands here because no other package may know RocksDB.
 *
 * <p>Each row is written once, as it is in the end, though live loans write a patron's history again and again: what is
 * compared with it has done more.
 */
@NullMarked
public final class RawWrites {
    private static final int THREADS = 2;

    private final StoredRows rows;
    private final List<Rows> tables;

    /** Takes a store into memory that no other process writes. */
    public RawWrites(Path store) {
        rows = StoredRows.of(store);
        tables = rows.tables();
    }

    /** How many keys there are. */
    public long keys() {
        return rows.size();
    }

    /** How many bytes keys and values have. */
    public long bytes() {
        return rows.bytes();
    }

    /** Seconds to write a sorted file per table on two threads and to have them taken in, as a first load does. */
    public double sortedFiles(Path folder) {
        long begin = System.nanoTime();
        try (BareDatabase bare = new BareDatabase(folder)) {
            Workers.share(
                    tables.size(), THREADS, () -> table -> bare.takeIn(table, tables.get(table)));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds to write batches of so many keys from all over the store, each in order, as live loans come. */
    public double batches(Path folder, int keys) {
        long[] places = shuffled(keys);
        long begin = System.nanoTime();
        try (BareDatabase bare = new BareDatabase(folder)) {
            for (int from = 0; from < places.length; from += keys) {
                write(bare, Arrays.copyOfRange(places, from, Math.min(from + keys, places.length)));
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void write(BareDatabase bare, long[] places) {
        bare.write(
                batch -> {
                    for (long place : places) {
                        int table = (int) (place >>> 32);
                        Rows of = tables.get(table);
                        batch.put(bare.handle(table), of.key((int) place), of.value((int) place));
                    }
                });
    }

    /* A table and a place in it, in one number; so many of them in order, in no order otherwise. */
    private long[] shuffled(int together) {
        long[] places = new long[Math.toIntExact(rows.size())];
        int at = 0;
        for (int table = 0; table < tables.size(); table++) {
            for (int row = 0; row < tables.get(table).size(); row++) {
                places[at++] = (long) table << 32 | row;
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int last = places.length - 1; last > 0; last--) {
            LongArrays.swap(places, last, random.nextInt(last + 1));
        }
        for (int from = 0; from < places.length; from += together) {
            Arrays.sort(places, from, Math.min(from + together, places.length));
        }
        return places;
    }
}
