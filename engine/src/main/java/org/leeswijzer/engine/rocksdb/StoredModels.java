package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * The versions of the model with their rows: looked at, put to serve, and dropped; {@link StoredCandidate} and {@link
 * StoredImports} make them. Which one serves is changed with one write. Safe for use by many threads.
 */
public final class StoredModels {
    private final ModelRows rows;
    private final StoredNeighbours neighbours;
    private final Versions versions;
    private final ReadWriteLock lock;
    private final DirtyTitles dirty;
    private final Keeping keeping;

    StoredModels(
            ModelRows rows,
            StoredNeighbours neighbours,
            Versions versions,
            ReadWriteLock lock,
            DirtyTitles dirty,
            Keeping keeping) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.versions = versions;
        this.lock = lock;
        this.dirty = dirty;
        this.keeping = keeping;
    }

    /* What a process that ended left half made or half deleted goes now. */
    void open() {
        versions.adopt(neighbours.minBorrowers());
        versions.forget(
                versions.all().stream()
                        .filter(version -> version.state() == ModelState.CANDIDATE)
                        .map(ModelVersion::number)
                        .toList());
        rows.deleteAllBut(versions.shrinking());
        if (versions.published().pinned()) {
            dirty.hold();
        }
        drop();
    }

    /** All versions that have rows, by number. */
    public List<ModelVersion> all() {
        return versions.all();
    }

    /**
     * The version of that number.
     *
     * @throws ModelRefusal if it has no rows here
     */
    public ModelVersion find(int number) {
        return versions.find(number)
                .orElseThrow(
                        () ->
                                new ModelRefusal(
                                        ModelRefusal.Why.UNKNOWN,
                                        "version is %d, which is not kept: give one of %s"
                                                .formatted(
                                                        number,
                                                        all().stream()
                                                                .map(ModelVersion::number)
                                                                .toList())));
    }

    /** The number of the version that serves; 0 as long as there was no retrain. */
    public int serving() {
        return versions.serving();
    }

    /** Whether the rows of the version that serves are left as they stand. */
    public boolean pinned() {
        return versions.published().pinned();
    }

    /** The row of a title in the version; empty if there is none. */
    public Row row(int version, Scope scope, int title) {
        return rows.row(version, scope, title);
    }

    /** Shows every row of the version, by scope and title, as they stand when this is called. */
    public void forEach(int version, RowVisitor visitor) {
        rows.forEach(version, visitor);
    }

    /** Shows every row of the version in this scope, by title, as they stand when this is called. */
    public void forEach(int version, Scope scope, RowVisitor visitor) {
        rows.forEach(version, scope, visitor);
    }

    /** A number for a new version, never given again. */
    public int reserve() {
        lock.writeLock().lock();
        try {
            return versions.reserve();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Serves a version whose rows are all there: a kept one as its rows stand, pinned; a withheld one as if it had been
     * published at once.
     *
     * @throws ModelRefusal if it is not known, serves already, is not finished, or is withheld and there is no reason
     */
    public ModelVersion publish(int number, Published published) {
        int before;
        ModelVersion served;
        lock.writeLock().lock();
        try {
            ModelVersion version = find(number);
            check(version, published);
            boolean pin = version.state() == ModelState.KEPT;
            before = serving();
            served = serve(version, published, pin);
            if (pin) {
                dirty.hold();
            }
        } finally {
            lock.writeLock().unlock();
        }
        // What changed since its rows were made is not known: anything may have.
        neighbours.markAll();
        drop(before);
        return served;
    }

    private static void check(ModelVersion version, Published published) {
        switch (version.state()) {
            case CANDIDATE -> refuse(version, "is being made: wait until it is");
            case SERVING -> refuse(version, "serves already");
            case WITHHELD -> {
                if (published.reason() == null && !version.verdict().passed()) {
                    refuse(
                            version,
                            "is withheld, since %s: give a reason to publish it all the same"
                                    .formatted(version.verdict().objections()));
                }
            }
            case KEPT -> {}
        }
    }

    private static void refuse(ModelVersion version, String what) {
        throw new ModelRefusal(
                ModelRefusal.Why.CONFLICT, "version %d %s".formatted(version.number(), what));
    }

    /** Serves a finished version from now on; under the write lock. */
    ModelVersion serve(ModelVersion version, Published published, boolean pin) {
        Parameters parameters =
                Objects.requireNonNull(version.parameters(), "a finished version without them");
        ModelVersion next = version.serving(published);
        List<ModelVersion> changed = new ArrayList<>(List.of(next));
        versions.find(serving()).ifPresent(last -> changed.add(last.kept()));
        versions.write(
                new PublishedModel(next.number(), next.began(), parameters.blend(), pin), changed);
        dirty.release();
        neighbours.changed();
        return next;
    }

    /**
     * Lets the rows of the version that serves follow the loans again.
     *
     * @throws ModelRefusal if they do
     */
    public void unpin() {
        lock.writeLock().lock();
        try {
            if (!pinned()) {
                throw new ModelRefusal(
                        ModelRefusal.Why.CONFLICT,
                        "version %d is not pinned: its rows follow the loans".formatted(serving()));
            }
            versions.write(versions.published().unpinned(), List.of());
            dirty.release();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /* Here and below records go first, so that nobody shrinks rows that are being deleted and writes them back. */

    /** Drops the versions that need not be kept. */
    void drop() {
        List<Integer> dropped = new ArrayList<>();
        lock.writeLock().lock();
        try {
            keeping.dropped(versions.all()).forEach(version -> dropped.add(version.number()));
            versions.forget(dropped);
        } finally {
            lock.writeLock().unlock();
        }
        dropped.forEach(rows::delete);
    }

    /** As {@link #drop()}, and the rows from before the first retrain, which have no record, as soon as others serve. */
    void drop(int before) {
        if (before == 0 && serving() != 0) {
            rows.delete(0);
        }
        drop();
    }

    /** Forgets a version that is given up. What failed may have failed after it was finished: then it stays. */
    void forgetCandidate(int version) {
        lock.writeLock().lock();
        try {
            if (find(version).state() != ModelState.CANDIDATE) {
                return;
            }
            versions.forget(List.of(version));
        } finally {
            lock.writeLock().unlock();
        }
        rows.delete(version);
    }
}
