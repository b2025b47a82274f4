package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Finding;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * The version that a retrain is making, one at a time: begun, filled, and finished or given up, while loans go on being
 * counted. Safe for use by many threads.
 */
public final class StoredCandidate {
    /** So many titles are computed anew between two batches of loans. */
    private static final int CHUNK = 32;

    /** After so many rounds the loans wait. */
    private static final int MOST_ROUNDS = 10_000;

    private final StoredModels models;
    private final ModelRows rows;
    private final StoredNeighbours neighbours;
    private final Libraries libraries;
    private final Versions versions;
    private final ReadWriteLock lock;
    private final DirtyTitles dirty;

    /**
     * Titles that lost a shared patron since the retrain began; null if none is under way. Grows under the write lock;
     * only the retrain takes out of it, under the read lock.
     */
    private @Nullable IntSet shrunkSince;

    StoredCandidate(
            StoredModels models,
            ModelRows rows,
            StoredNeighbours neighbours,
            Libraries libraries,
            Versions versions,
            ReadWriteLock lock,
            DirtyTitles dirty) {
        this.models = models;
        this.rows = rows;
        this.neighbours = neighbours;
        this.libraries = libraries;
        this.versions = versions;
        this.lock = lock;
        this.dirty = dirty;
    }

    /**
     * Begins a retrain: from now on it is noted what its rows will have to be brought up to.
     *
     * @throws org.leeswijzer.engine.loan.StoreException if there is no room for them
     */
    public void begin(ModelVersion candidate) {
        rows.requireRoom(versions.serving());
        lock.writeLock().lock();
        try {
            if (shrunkSince != null) {
                throw new IllegalStateException("a retrain is under way");
            }
            versions.write(versions.published(), List.of(candidate));
            shrunkSince = new IntOpenHashSet();
            dirty.beginRetrain();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Stores a row of it. */
    public void put(int version, Scope scope, int title, Row row) {
        rows.put(version, scope, title, row);
    }

    /** These titles lost a shared patron; told under the write lock. */
    void shrunk(IntSet titles) {
        if (shrunkSince != null) {
            shrunkSince.addAll(titles);
        }
    }

    /**
     * Ends a retrain whose rows are all stored: they are brought up to what was taken out meanwhile, and kept so from now
     * on. The version serves if nothing speaks against it, or if there is a reason to serve it all the same.
     *
     * @param comparedWith what served when it was judged; if another does now, somebody chose that one
     * @return the version, serving or withheld
     */
    public ModelVersion finish(ModelVersion made, int comparedWith, Published published) {
        RowComputer computer = neighbours.computer();
        settle(made.number(), computer);
        int before = versions.serving();
        ModelVersion finished;
        lock.writeLock().lock();
        try {
            while (settleSome(made.number(), computer)) {
                // Few are left, unless patrons are being erased all the time.
            }
            finished = comparedWith == versions.serving() ? made : withChange(made, comparedWith);
            if (finished.verdict().passed() || published.reason() != null) {
                finished = models.serve(finished, published, false);
                dirty.endRetrain();
            } else {
                versions.write(versions.published(), List.of(finished));
                dirty.abandonRetrain();
            }
            shrunkSince = null;
        } finally {
            lock.writeLock().unlock();
        }
        models.drop(before);
        return finished;
    }

    private ModelVersion withChange(ModelVersion made, int comparedWith) {
        return made.with(
                new Finding(
                        Finding.Check.UNCHANGED,
                        false,
                        "version %d was put to serve meanwhile, and this one was compared with %d"
                                .formatted(versions.serving(), comparedWith)));
    }

    /* Little by little, so that loans go on being counted; the rest is for whoever holds the write lock. */
    private void settle(int version, RowComputer computer) {
        boolean more = true;
        for (int round = 0; round < MOST_ROUNDS && more; round++) {
            lock.readLock().lock();
            try {
                more = settleSome(version, computer);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /** Computes some titles anew; returns whether more are left. */
    private boolean settleSome(int version, RowComputer computer) {
        IntSet shrunk = Objects.requireNonNull(shrunkSince, "no retrain is under way");
        IntIterator titles = shrunk.iterator();
        for (int i = 0; i < CHUNK && titles.hasNext(); i++) {
            int title = titles.nextInt();
            titles.remove();
            // A scope in which nobody is left to borrow it gets no row below: none may stay.
            for (int scope = 0; scope <= libraries.size(); scope++) {
                rows.delete(version, new Scope(scope), title);
            }
            neighbours.compute(version, title, computer);
        }
        return !shrunk.isEmpty();
    }

    /** Gives up a retrain. */
    public void abandon(int version) {
        lock.writeLock().lock();
        try {
            shrunkSince = null;
            dirty.abandonRetrain();
        } finally {
            lock.writeLock().unlock();
        }
        models.forgetCandidate(version);
    }
}
