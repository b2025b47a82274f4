package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Blend;

/**
 * The neighbours of every title, stored by model version: read to serve, written title by title in a refresh, or all at
 * once under a new version that is published with one write. Safe for use by many threads.
 */
public final class StoredNeighbours implements Neighbours {
    private final Database database;
    private final BorrowerCounts counts;
    private final Libraries libraries;
    private final ReadWriteLock lock;
    private final DirtyTitles dirty;
    private final int minBorrowers;

    /** Titles that lost a shared patron since the retrain began; null if none is under way. Under the write lock. */
    private @Nullable IntSet shrunkSince;

    private final AtomicLong revision = new AtomicLong();
    private volatile PublishedModel published = new PublishedModel(0, Instant.EPOCH, Blend.DEFAULT);
    private boolean readOnly;

    StoredNeighbours(
            Database database,
            BorrowerCounts counts,
            Libraries libraries,
            ReadWriteLock lock,
            DirtyTitles dirty,
            int minBorrowers) {
        this.database = database;
        this.counts = counts;
        this.libraries = libraries;
        this.lock = lock;
        this.dirty = dirty;
        this.minBorrowers = minBorrowers;
    }

    void open(boolean toRead) {
        readOnly = toRead;
        published = PublishedModel.read(database);
        if (!readOnly) {
            deleteOthers();
            keepToMinBorrowers();
            restoreDirty();
        }
    }

    private void deleteOthers() {
        database.deleteRange(
                Table.NEIGHBOURS, NeighbourLayout.prefix(0), NeighbourLayout.prefix(serving()));
        database.deleteRange(
                Table.NEIGHBOURS,
                NeighbourLayout.prefix(serving() + 1),
                NeighbourLayout.prefix(Integer.MAX_VALUE));
    }

    /* Whoever raises minBorrowers has it kept to before the first answer; whoever lowers it gets more in the background. */
    private void keepToMinBorrowers() {
        long before = Meta.number(database, Meta.MIN_BORROWERS, minBorrowers);
        if (minBorrowers > before) {
            database.scan(Table.NEIGHBOURS, NeighbourLayout.prefix(serving()), this::dropBelow);
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
            database.put(Table.NEIGHBOURS, key, NeighbourLayout.value(Row.of(kept)));
        }
        return true;
    }

    /* After a clean stop it is known what was dirty; after any other, everything may be. */
    private void restoreDirty() {
        byte @Nullable [] noted = database.get(Table.META, Meta.key(Meta.DIRTY));
        if (noted == null) {
            markAll();
        } else {
            dirty.mark(LoanStore.ints(noted));
            database.delete(Table.META, Meta.key(Meta.DIRTY));
        }
    }

    private void markAll() {
        dirty.mark(borrowed());
    }

    /** Numbers of all titles that somebody borrowed. */
    public IntArrayList borrowed() {
        IntArrayList titles = new IntArrayList();
        int known = titles();
        for (int title = 0; title < known; title++) {
            if (counts.of(Scope.CONSORTIUM).borrowers(title) > 0) {
                titles.add(title);
            }
        }
        return titles;
    }

    @Override
    public List<Neighbour> of(Scope scope, int title) {
        dirty.ask(title);
        int version = serving();
        byte @Nullable [] value = stored(version, scope, title);
        if (value == null && version != serving()) {
            // The version was replaced, and swept away, between the two reads.
            value = stored(serving(), scope, title);
        }
        return value == null ? Row.EMPTY : NeighbourLayout.row(value);
    }

    private byte @Nullable [] stored(int version, Scope scope, int title) {
        return database.get(Table.NEIGHBOURS, NeighbourLayout.key(version, scope.number(), title));
    }

    /** The model version that is served. */
    public int serving() {
        return published.version();
    }

    /** When the retrain of the serving version began; the epoch if there was none. */
    public Instant trained() {
        return published.trained();
    }

    /** The blend of the serving version. */
    public Blend blend() {
        return published.blend();
    }

    /** Grows whenever a stored row changes. */
    public long revision() {
        return revision.get();
    }

    /** Computes one title's rows anew, in every scope, and stores those that changed. */
    public void refresh(int title, RowComputer computer) {
        lock.readLock().lock();
        try {
            dirty.remove(title);
            put(serving(), title, computer);
        } catch (RuntimeException e) {
            dirty.mark(IntArrayList.of(title));
            throw e;
        } finally {
            lock.readLock().unlock();
        }
    }

    private int titles() {
        return Math.toIntExact(Meta.number(database, Meta.TITLES, 0));
    }

    /** A computer of rows, for one thread. */
    public RowComputer computer() {
        return new RowComputer(database, counts, minBorrowers);
    }

    private void put(int version, int title, RowComputer computer) {
        computer.compute(
                title,
                titles(),
                (scope, row) -> {
                    byte[] key = NeighbourLayout.key(version, scope, title);
                    byte[] value = NeighbourLayout.value(row);
                    byte @Nullable [] stored = database.get(Table.NEIGHBOURS, key);
                    if (row.isEmpty() ? stored != null : !Arrays.equals(stored, value)) {
                        store(key, row, value);
                    }
                });
    }

    private void store(byte[] key, Row row, byte[] value) {
        if (row.isEmpty()) {
            database.delete(Table.NEIGHBOURS, key);
        } else {
            database.put(Table.NEIGHBOURS, key, value);
        }
        revision.incrementAndGet();
    }

    void shrunk(IntSet titles) {
        if (!titles.isEmpty()) {
            revision.incrementAndGet();
            if (shrunkSince != null) {
                shrunkSince.addAll(titles);
            }
        }
    }

    /** Begins a new version: from now on what changes is noted, for {@link #publish}. Returns its number. */
    public int begin() {
        lock.writeLock().lock();
        try {
            shrunkSince = new IntOpenHashSet();
            dirty.beginRetrain();
            return serving() + 1;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** All loans as they are now, by scope. */
    public List<ScopeTable> tables() {
        return ScopeTable.read(database);
    }

    /** Stores a row of a version that is not served yet. */
    public void put(int version, Scope scope, int title, Row row) {
        if (!row.isEmpty()) {
            database.put(
                    Table.NEIGHBOURS,
                    NeighbourLayout.key(version, scope.number(), title),
                    NeighbourLayout.value(row));
        }
    }

    /** Serves the version from now on; what lost patrons since it began is computed anew before. */
    public void publish(int version, Instant began, Blend blend) {
        int before = serving();
        lock.writeLock().lock();
        try (Batch batch = database.batch()) {
            RowComputer computer = computer();
            IntSet shrunk = shrunkSince == null ? new IntOpenHashSet() : shrunkSince;
            for (IntIterator i = shrunk.iterator(); i.hasNext(); ) {
                int title = i.nextInt();
                // A scope in which nobody is left to borrow it gets no row below: none may stay.
                for (int scope = 0; scope <= libraries.size(); scope++) {
                    database.delete(Table.NEIGHBOURS, NeighbourLayout.key(version, scope, title));
                }
                put(version, title, computer);
            }
            PublishedModel next = new PublishedModel(version, began, blend);
            next.write(batch);
            database.write(batch);
            published = next;
            dirty.endRetrain();
            shrunkSince = null;
            revision.incrementAndGet();
        } finally {
            lock.writeLock().unlock();
        }
        database.deleteRange(
                Table.NEIGHBOURS, NeighbourLayout.prefix(before), NeighbourLayout.prefix(version));
    }

    /** Gives up a version that was begun. */
    public void abandon(int version) {
        lock.writeLock().lock();
        try {
            shrunkSince = null;
            dirty.abandonRetrain();
        } finally {
            lock.writeLock().unlock();
        }
        database.deleteRange(
                Table.NEIGHBOURS,
                NeighbourLayout.prefix(version),
                NeighbourLayout.prefix(version + 1));
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
