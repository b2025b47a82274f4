package org.leeswijzer.engine.rocksdb;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** Versions that come from elsewhere: begun, filled, and finished or given up. Safe for use by many threads. */
public final class StoredImports {
    private final StoredModels models;
    private final ModelRows rows;
    private final SharedPatrons shared;
    private final Versions versions;
    private final ReadWriteLock lock;

    StoredImports(
            StoredModels models,
            ModelRows rows,
            SharedPatrons shared,
            Versions versions,
            ReadWriteLock lock) {
        this.models = models;
        this.rows = rows;
        this.shared = shared;
        this.versions = versions;
        this.lock = lock;
    }

    /**
     * Begins to take in a version from elsewhere: its rows shrink with every removal from the first one on.
     *
     * @param candidate with its origin
     */
    public void begin(ModelVersion candidate) {
        record(candidate);
    }

    /**
     * Stores a row of it, as far as enough patrons share its pairs here.
     *
     * @param row best first
     * @return how many neighbours are left of it
     */
    public int put(int version, Scope scope, int title, List<Neighbour> row) {
        lock.readLock().lock();
        try {
            Row limited = shared.limit(scope, title, row);
            rows.put(version, scope, title, limited);
            return limited.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends an import: from now on the version can be put to serve. */
    public void finish(ModelVersion kept) {
        record(kept);
        models.drop();
    }

    /** Gives up an import. */
    public void abandon(int version) {
        models.forgetCandidate(version);
    }

    private void record(ModelVersion version) {
        lock.writeLock().lock();
        try {
            versions.write(versions.published(), List.of(version));
        } finally {
            lock.writeLock().unlock();
        }
    }
}
