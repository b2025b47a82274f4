package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Finding;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * The versions of the model with their rows: begun, filled, finished, put to serve, and dropped. Which one serves is
 * changed with one write. Safe for use by many threads.
 */
public final class StoredModels {
    /** So many titles are computed anew between two batches of loans. */
    private static final int CHUNK = 32;

    /** After so many rounds the loans wait. */
    private static final int MOST_ROUNDS = 10_000;

    private final Database database;
    private final Versions versions;
    private final StoredNeighbours neighbours;
    private final Libraries libraries;
    private final ReadWriteLock lock;
    private final DirtyTitles dirty;
    private final Keeping keeping;
    private final int minBorrowers;
    private final SharedPatrons shared;

    /**
     * Titles that lost a shared patron since the retrain began; null if none is under way. Grows under the write lock;
     * only the retrain takes out of it, under the read lock.
     */
    private @Nullable IntSet shrunkSince;

    StoredModels(
            Database database,
            HistoryCache histories,
            Versions versions,
            StoredNeighbours neighbours,
            Libraries libraries,
            ReadWriteLock lock,
            DirtyTitles dirty,
            Keeping keeping,
            int minBorrowers) {
        this.database = database;
        this.versions = versions;
        this.neighbours = neighbours;
        this.libraries = libraries;
        this.lock = lock;
        this.dirty = dirty;
        this.keeping = keeping;
        this.minBorrowers = minBorrowers;
        shared = new SharedPatrons(database, histories, minBorrowers);
    }

    /* What a process that ended left half made or half deleted goes now. */
    void open() {
        versions.adopt(minBorrowers);
        versions.forget(
                versions.all().stream()
                        .filter(version -> version.state() == ModelState.CANDIDATE)
                        .map(ModelVersion::number)
                        .toList());
        int from = 0;
        for (int version : versions.shrinking()) {
            deleteRows(from, version);
            from = version + 1;
        }
        deleteRows(from, Integer.MAX_VALUE);
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

    /** A number for a new version, never given again. */
    public int reserve() {
        lock.writeLock().lock();
        try {
            return versions.reserve();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Begins a retrain: from now on it is noted what its rows will have to be brought up to. */
    public void begin(ModelVersion candidate) {
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

    /** All loans as they are now, by scope. */
    public List<ScopeTable> tables() {
        return ScopeTable.read(database);
    }

    /** Stores a row of a candidate. */
    public void put(int version, Scope scope, int title, Row row) {
        if (!row.isEmpty()) {
            database.put(
                    Table.NEIGHBOURS,
                    NeighbourLayout.key(version, scope.number(), title),
                    NeighbourLayout.value(row));
        }
    }

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
        int before = serving();
        ModelVersion finished;
        lock.writeLock().lock();
        try {
            while (settleSome(made.number(), computer)) {
                // Few are left, unless patrons are being erased all the time.
            }
            finished = comparedWith == serving() ? made : withChange(made, comparedWith);
            if (finished.verdict().passed() || published.reason() != null) {
                finished = serve(finished, published, false);
                dirty.endRetrain();
            } else {
                versions.write(versions.published(), List.of(finished));
                dirty.abandonRetrain();
            }
            shrunkSince = null;
        } finally {
            lock.writeLock().unlock();
        }
        drop(before);
        return finished;
    }

    private ModelVersion withChange(ModelVersion made, int comparedWith) {
        return made.with(
                new Finding(
                        Finding.Check.UNCHANGED,
                        false,
                        "version %d was put to serve meanwhile, and this one was compared with %d"
                                .formatted(serving(), comparedWith)));
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
                database.delete(Table.NEIGHBOURS, NeighbourLayout.key(version, scope, title));
            }
            neighbours.compute(version, title, computer);
        }
        return !shrunk.isEmpty();
    }

    /** Gives up a candidate. */
    public void abandon(int version) {
        lock.writeLock().lock();
        try {
            shrunkSince = null;
            dirty.abandonRetrain();
        } finally {
            lock.writeLock().unlock();
        }
        forgetCandidate(version);
    }

    /* What failed may have failed after the version was finished: then it stays. */
    private void forgetCandidate(int version) {
        lock.writeLock().lock();
        try {
            if (find(version).state() != ModelState.CANDIDATE) {
                return;
            }
            versions.forget(List.of(version));
        } finally {
            lock.writeLock().unlock();
        }
        deleteRows(version, version + 1);
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

    /** Under the write lock. */
    private ModelVersion serve(ModelVersion version, Published published, boolean pin) {
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

    /**
     * Begins to take in a version from elsewhere: its rows shrink with every removal from the first one on.
     *
     * @param candidate with its origin
     */
    public void beginImport(ModelVersion candidate) {
        lock.writeLock().lock();
        try {
            versions.write(versions.published(), List.of(candidate));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Stores a row of a version from elsewhere, as far as enough patrons share its pairs here.
     *
     * @param row best first
     * @return how many neighbours are left of it
     */
    public int putShared(int version, Scope scope, int title, List<Neighbour> row) {
        lock.readLock().lock();
        try {
            Row limited = shared.limit(scope, title, row);
            put(version, scope, title, limited);
            return limited.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends an import: from now on the version can be put to serve. */
    public void finishImport(ModelVersion kept) {
        lock.writeLock().lock();
        try {
            versions.write(versions.published(), List.of(kept));
        } finally {
            lock.writeLock().unlock();
        }
        drop();
    }

    /** Gives up an import. */
    public void abandonImport(int version) {
        forgetCandidate(version);
    }

    /* Records first, so that nobody shrinks rows that are being deleted and writes them back. */
    private void drop() {
        List<Integer> dropped = new ArrayList<>();
        lock.writeLock().lock();
        try {
            keeping.dropped(versions.all()).forEach(version -> dropped.add(version.number()));
            versions.forget(dropped);
        } finally {
            lock.writeLock().unlock();
        }
        dropped.forEach(version -> deleteRows(version, version + 1));
    }

    /* The rows from before the first retrain have no record: they go as soon as others serve. */
    private void drop(int before) {
        if (before == 0 && serving() != 0) {
            deleteRows(0, 1);
        }
        drop();
    }

    private void deleteRows(int from, int to) {
        if (from < to) {
            database.deleteRange(
                    Table.NEIGHBOURS, NeighbourLayout.prefix(from), NeighbourLayout.prefix(to));
        }
    }

    /** Is shown a row. */
    @FunctionalInterface
    public interface RowVisitor {
        /** Returns whether to go on. */
        boolean row(Scope scope, int title, Row row);
    }

    /** Shows every row of the version, by scope and title, as they stand when this is called. */
    public void forEach(int version, RowVisitor visitor) {
        forEach(NeighbourLayout.prefix(version), visitor);
    }

    /** Shows every row of the version in this scope, by title, as they stand when this is called. */
    public void forEach(int version, Scope scope, RowVisitor visitor) {
        forEach(NeighbourLayout.prefix(version, scope.number()), visitor);
    }

    private void forEach(byte[] prefix, RowVisitor visitor) {
        database.scan(
                Table.NEIGHBOURS,
                prefix,
                (key, value) ->
                        visitor.row(
                                new Scope(NeighbourLayout.scope(key)),
                                NeighbourLayout.title(key),
                                NeighbourLayout.row(value)));
    }

    /** The row of a title in the version; empty if there is none. */
    public Row row(int version, Scope scope, int title) {
        return neighbours.row(version, scope, title);
    }
}
