package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Blend;

/**
 * The neighbours of every title in the version that serves: read to answer, and written title by title in a refresh; all
 * versions are {@link StoredModels}'. Safe for use by many threads.
 */
public final class StoredNeighbours implements Neighbours {
    /*
     * Whoever writes loans wants the lock alone, many times a second, and whoever waits for it lets nobody in before. Several
     * titles are therefore computed at one go, or each would cost the wait for a whole batch of loans.
     */
    private static final int AT_ONE_GO = 16;

    private final Database database;
    private final Memory memory;
    private final ModelRows rows;
    private final Versions versions;
    private final ReadWriteLock lock;
    private final DirtyTitles dirty;
    private final int minBorrowers;
    private final AtomicLong revision = new AtomicLong();
    private boolean readOnly;

    StoredNeighbours(
            Database database,
            Memory memory,
            ModelRows rows,
            Versions versions,
            ReadWriteLock lock,
            DirtyTitles dirty,
            int minBorrowers) {
        this.database = database;
        this.memory = memory;
        this.rows = rows;
        this.versions = versions;
        this.lock = lock;
        this.dirty = dirty;
        this.minBorrowers = minBorrowers;
    }

    void open(boolean toRead) {
        readOnly = toRead;
        if (!readOnly) {
            keepToMinBorrowers();
            restoreDirty();
        }
    }

    /*
     * Whoever raises minBorrowers has it kept to before the first answer, by every version; whoever lowers it gets more in
     * the background.
     */
    private void keepToMinBorrowers() {
        long before = Meta.number(database, Meta.MIN_BORROWERS, minBorrowers);
        if (minBorrowers > before) {
            database.scan(Table.NEIGHBOURS, Bytes.EMPTY, this::dropBelow);
        }
        if (minBorrowers < before) {
            markAll();
        }
        database.put(Table.META, Meta.key(Meta.MIN_BORROWERS), Meta.value(minBorrowers));
    }

    private boolean dropBelow(byte[] key, byte[] value) {
        List<Neighbour> row = NeighbourLayout.row(value);
        List<Neighbour> kept =
                row.stream().filter(neighbour -> neighbour.both() >= minBorrowers).toList();
        if (kept.size() < row.size()) {
            store(key, Row.of(kept));
        }
        return true;
    }

    /* After a clean stop it is known what was dirty; after any other, everything may be. */
    private void restoreDirty() {
        byte @Nullable [] noted = database.get(Table.META, Meta.key(Meta.DIRTY));
        if (noted == null) {
            markAll();
        } else {
            dirty.mark(Bytes.ints(noted));
            database.delete(Table.META, Meta.key(Meta.DIRTY));
        }
    }

    void markAll() {
        dirty.mark(borrowed());
    }

    /** Numbers of all titles that somebody borrowed. */
    public IntArrayList borrowed() {
        IntArrayList titles = new IntArrayList();
        int known = titles();
        for (int title = 0; title < known; title++) {
            if (memory.counts.of(Scope.CONSORTIUM).borrowers(title) > 0) {
                titles.add(title);
            }
        }
        return titles;
    }

    @Override
    public List<Neighbour> of(Scope scope, int title) {
        dirty.ask(title);
        int version = serving();
        Row row = rows.row(version, scope, title);
        if (row.isEmpty() && version != serving()) {
            // The version was replaced, and its rows deleted, between the two reads.
            row = rows.row(serving(), scope, title);
        }
        return row;
    }

    @Override
    public Marginals marginals(Scope scope) {
        return memory.counts.of(scope);
    }

    @Override
    public int minBorrowers() {
        return minBorrowers;
    }

    /** The model version that is served. */
    public int serving() {
        return versions.serving();
    }

    /** When the retrain of the serving version began; the epoch if there was none. */
    public Instant trained() {
        return versions.published().trained();
    }

    /** The blend of the serving version. */
    public Blend blend() {
        return versions.published().blend();
    }

    /** Grows whenever a stored row changes. */
    public long revision() {
        return revision.get();
    }

    /**
     * Computes the rows of some titles anew, in every scope, and stores those that changed. While the version is pinned nothing
     * is computed, and the titles wait.
     *
     * @param next gives the titles; is asked until it has none, or for as many as are computed at one go
     * @return whether it gave any
     */
    public boolean refresh(Supplier<OptionalInt> next, RowComputer computer) {
        lock.readLock().lock();
        try {
            boolean any = false;
            for (int i = 0; i < AT_ONE_GO; i++) {
                OptionalInt title = next.get();
                if (title.isEmpty()) {
                    return any;
                }
                any = true;
                refreshLocked(title.getAsInt(), computer);
            }
            return any;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Computes one title's rows anew, as {@link #refresh(Supplier, RowComputer)} does. */
    public void refresh(int title, RowComputer computer) {
        lock.readLock().lock();
        try {
            refreshLocked(title, computer);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void refreshLocked(int title, RowComputer computer) {
        if (versions.published().pinned()) {
            dirty.mark(IntArrayList.of(title));
            return;
        }
        try {
            dirty.remove(title);
            compute(serving(), title, computer);
        } catch (RuntimeException e) {
            dirty.mark(IntArrayList.of(title));
            throw e;
        }
    }

    private int titles() {
        return Math.toIntExact(Meta.number(database, Meta.TITLES, 0));
    }

    /** A computer of rows, for one thread. */
    public RowComputer computer() {
        return new RowComputer(database, memory.histories, memory.counts, minBorrowers);
    }

    /** Computes and stores one title's rows; the caller holds the store's lock. */
    void compute(int version, int title, RowComputer computer) {
        computer.compute(
                title,
                titles(),
                (scope, row) -> {
                    byte[] key = NeighbourLayout.key(version, scope, title);
                    byte @Nullable [] stored = database.get(Table.NEIGHBOURS, key);
                    if (row.isEmpty()
                            ? stored != null
                            : !Arrays.equals(stored, NeighbourLayout.value(row))) {
                        store(key, row);
                    }
                });
    }

    private void store(byte[] key, Row row) {
        if (row.isEmpty()) {
            database.delete(Table.NEIGHBOURS, key);
        } else {
            database.put(Table.NEIGHBOURS, key, NeighbourLayout.value(row));
        }
        changed();
    }

    /** Something that is served is different now. */
    void changed() {
        revision.incrementAndGet();
    }

    void close() {
        if (!readOnly) {
            Bytes titles = Bytes.of(1024);
            for (int title : dirty.toArray()) {
                titles.i32(title);
            }
            database.put(Table.META, Meta.key(Meta.DIRTY), titles.done());
        }
    }
}
