package org.leeswijzer.engine.rocksdb;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.feedback.Voices;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.NewKeys;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.EnoughBorrowers;
import org.leeswijzer.engine.works.Decisions;
import org.leeswijzer.engine.works.Languages;

/**
 * The durable truth: loans, titles, and where to go on reading. Safe for use by many threads.
 *
 * <p>Batches are applied one after another under a lock that whoever computes neighbours shares, so that what they read
 * fits together.
 */
public final class LoanStore implements AutoCloseable {
    private final Database database;
    private final Memory memory;
    private final Versions versions;
    private final StoredNeighbours neighbours;
    private final StoredModels models;
    private final StoredCandidate candidate;
    private final StoredImports imports;
    private final LoanWriter writer;
    private final StoreBackups backups;
    private final StoredPatrons patrons;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private LoanStore(
            Database database,
            DirtyTitles dirty,
            int minBorrowers,
            Keeping keeping,
            Languages languages,
            ToIntFunction<Library> rotations) {
        this.database = database;
        backups = new StoreBackups(database);
        memory = new Memory(database, languages, minBorrowers, rotations);
        patrons = new StoredPatrons(database, memory, lock.readLock());
        versions = new Versions(database);
        ModelRows rows = new ModelRows(database);
        neighbours =
                new StoredNeighbours(database, memory, rows, versions, lock, dirty, minBorrowers);
        models = new StoredModels(rows, neighbours, versions, lock, dirty, keeping);
        candidate =
                new StoredCandidate(
                        models, rows, neighbours, memory.libraries, versions, lock, dirty);
        SharedPatrons shared = new SharedPatrons(database, memory.histories, minBorrowers);
        imports = new StoredImports(models, rows, shared, versions, lock);
        writer =
                new LoanWriter(
                        database, memory, versions, neighbours, candidate, lock.writeLock(), dirty);
    }

    /**
     * Opens the store in this folder and reads what is held in memory.
     *
     * @param dirty is told which titles are to be computed anew
     * @param keeping which versions of the model keep their rows
     * @param languages whether a work and its translations are one
     * @throws StoreException if it cannot be opened, or was made by a newer engine
     */
    public static LoanStore open(
            Path path,
            DirtyTitles dirty,
            int minBorrowers,
            Keeping keeping,
            Languages languages,
            boolean readOnly) {
        return open(path, dirty, minBorrowers, keeping, languages, readOnly, library -> 0);
    }

    /**
     * The same where libraries' secrets may have been rotated.
     *
     * @param rotations how often, of a library that is not in the store yet
     */
    public static LoanStore open(
            Path path,
            DirtyTitles dirty,
            int minBorrowers,
            Keeping keeping,
            Languages languages,
            boolean readOnly,
            ToIntFunction<Library> rotations) {
        Database database = Database.open(path, readOnly);
        try {
            LoanStore store =
                    new LoanStore(database, dirty, minBorrowers, keeping, languages, rotations);
            Migration.check(database, readOnly);
            LoadFolder.recover(database, readOnly);
            RekeyFolder.recover(database, readOnly);
            store.memory.load();
            store.versions.load();
            if (!readOnly) {
                store.backups.recover();
                store.models.open();
            }
            store.neighbours.open(readOnly);
            if (!readOnly) {
                store.writer.regroup();
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** As the other, with translations as they are unless somebody says otherwise. */
    public static LoanStore open(
            Path path, DirtyTitles dirty, int minBorrowers, Keeping keeping, boolean readOnly) {
        return open(path, dirty, minBorrowers, keeping, EngineSettings.DEFAULT_LANGUAGES, readOnly);
    }

    /**
     * Applies events in their order and stores them with the offsets.
     *
     * @param window earlier loans are not held
     */
    public Receipt accept(EventBatch events, Window window) {
        return writer.accept(events, window);
    }

    /**
     * Takes very many events in, while nobody else writes.
     *
     * @param window earlier loans are not held
     */
    public BulkLoad bulkLoad(Window window) {
        return bulkLoad(window, StoredBulkLoad.BATCH);
    }

    BulkLoad bulkLoad(Window window, int batch) {
        return new StoredBulkLoad(database, memory, writer, window, batch);
    }

    /** Removes loans from before the retention window; returns how many there were. */
    public long expire(Window window) {
        return writer.expire(window);
    }

    /** How often the secret of each library was rotated that its keys here are under. */
    public Map<Library, Integer> rotations() {
        Map<Library, Integer> rotations = new HashMap<>();
        for (Library library : memory.libraries.all()) {
            byte[] key = Meta.rotationKey(memory.libraries.numberOrZero(library));
            rotations.put(library, Math.toIntExact(Meta.number(database, key, 0)));
        }
        return rotations;
    }

    /**
     * Gives all that is held of a library other keys, and changes nothing else. Of a library that is not here there is nothing to
     * change.
     *
     * @param rotation how often the secret was rotated that those keys are under
     * @param ready is run when all is prepared, before anything is changed; if it throws nothing is
     * @throws StoreException if the store cannot be written; as it was, or to be opened anew, which ends it
     */
    public void rekey(Library library, int rotation, NewKeys keys, Runnable ready) {
        lock.writeLock().lock();
        try {
            int number = memory.libraries.numberOrZero(library);
            if (number == 0) {
                ready.run();
            } else {
                new Rekeying(database, number, keys).run(rotation, ready);
                memory.load();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Reads into memory what whoever computes neighbours wants most, so that it need not be fetched one by one. */
    public void warmUp() {
        lock.readLock().lock();
        try {
            memory.histories.fill();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Where to go on reading the partition; empty if it was never read. */
    public OptionalLong nextOffset(LogPartition partition) {
        byte @Nullable [] value = database.get(Table.OFFSETS, OffsetLayout.key(partition));
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(OffsetLayout.nextOffset(value));
    }

    /** All titles. */
    public StoredCatalogue catalogue() {
        return memory.catalogue;
    }

    /** What staff decided on works. */
    public Decisions decisions() {
        return memory.decisions;
    }

    /** Grows with every change of the catalogue. */
    public long catalogueChanges() {
        return memory.catalogueChanges();
    }

    /** Libraries in the order they were first seen; the place in it, from 1, is the number of a library's scope. */
    public List<Library> libraries() {
        return memory.libraries.all();
    }

    /** The library's scope; the consortium if it was never seen. */
    public Scope scope(@Nullable Library library) {
        return library == null
                ? Scope.CONSORTIUM
                : new Scope(memory.libraries.numberOrZero(library));
    }

    /** Who borrowed what, counted. */
    public Marginals borrowers(Scope scope) {
        return memory.counts.of(scope);
    }

    /** Whether enough patrons borrowed what. */
    public EnoughBorrowers enoughBorrowers() {
        return new StoredBorrowers(database, memory.counts, neighbours.minBorrowers());
    }

    /** What is held of patrons, one by one, and what they were promised. */
    public StoredPatrons patrons() {
        return patrons;
    }

    /** What readers together say of pairs of titles. */
    public Voices voices() {
        return memory.voices;
    }

    /** Titles that the reader wants to be suggested no more. */
    public Set<Integer> declined(ReaderKey reader) {
        return new StoredOpinions(database, memory.works).declined(reader);
    }

    /** What is held already of what somebody would bring. */
    public Known known() {
        return new StoredKnowledge(database, memory.libraries, memory.catalogue);
    }

    /** Loans that count. */
    public long loans() {
        return memory.loans();
    }

    /** Loans whose item is not yet known. */
    public long parked() {
        return memory.parked();
    }

    /** All loans as they are now, by scope. */
    public List<ScopeTable> tables() {
        return ScopeTable.read(database);
    }

    /** What the store holds, in two hashes. */
    public Fingerprint fingerprint() {
        return Fingerprints.of(database, neighbours.serving());
    }

    /** The neighbours of every title. */
    public StoredNeighbours neighbours() {
        return neighbours;
    }

    /** The versions of the model. */
    public StoredModels models() {
        return models;
    }

    /** The version of the model that a retrain is making. */
    public StoredCandidate candidate() {
        return candidate;
    }

    /** Versions of the model that come from elsewhere. */
    public StoredImports imports() {
        return imports;
    }

    /** The last day, since 1970, that was noted; empty in a store without. */
    public OptionalInt day() {
        long day = Meta.number(database, Meta.DAY, Long.MIN_VALUE);
        return day == Long.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(day));
    }

    /** Notes the day, since 1970. */
    public void note(int day) {
        database.put(Table.META, Meta.key(Meta.DAY), Meta.value(day));
    }

    /** Backups of the store, and whether it came out of one. */
    public StoreBackups backups() {
        return backups;
    }

    /**
     * Leaves a note of what is dirty, for who opens the store next, and closes it.
     *
     * @throws StoreException if the note cannot be written; the store is closed all the same
     */
    @Override
    public void close() {
        if (database.isOpen()) {
            try {
                neighbours.close();
            } finally {
                database.close();
            }
        }
    }
}
