package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.EnoughBorrowers;
import org.leeswijzer.engine.suggest.Seed;
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
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private LoanStore(
            Database database,
            DirtyTitles dirty,
            int minBorrowers,
            Keeping keeping,
            Languages languages) {
        this.database = database;
        memory = new Memory(database, languages);
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
        Database database = Database.open(path, readOnly);
        try {
            LoanStore store = new LoanStore(database, dirty, minBorrowers, keeping, languages);
            Migration.check(database, readOnly);
            LoadFolder.recover(database, readOnly);
            store.memory.load();
            store.versions.load();
            if (!readOnly) {
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
     * @param firstDay of the retention window
     */
    public Receipt accept(EventBatch events, int firstDay) {
        return writer.accept(events, firstDay);
    }

    /**
     * Takes very many events in, while nobody else writes.
     *
     * @param firstDay of the retention window
     */
    public BulkLoad bulkLoad(int firstDay) {
        return bulkLoad(firstDay, StoredBulkLoad.BATCH);
    }

    BulkLoad bulkLoad(int firstDay, int batch) {
        return new StoredBulkLoad(database, memory, writer, firstDay, batch);
    }

    /** Removes loans from before the retention window; returns how many there were. */
    public long expire(int firstDay) {
        return writer.expire(firstDay);
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
    public Catalogue catalogue() {
        return memory.catalogue;
    }

    /** The title of a record; empty if it was never seen. */
    public OptionalInt find(RecordId record) {
        return memory.catalogue.find(record);
    }

    /** Titles that only loans have named, with the records that they named. */
    public Int2ObjectMap<List<RecordId>> namedByLoans() {
        return memory.catalogue.namedByLoans();
    }

    /** Works; several titles' numbers may have become one. */
    public int works() {
        return memory.catalogue.works();
    }

    /** What staff decided on works. */
    public Decisions decisions() {
        return memory.decisions;
    }

    /** Titles that the catalogue describes. */
    public int describedTitles() {
        return memory.catalogue.described();
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

    /** Every title that counts for the patron, by the day of its latest loan; empty if nothing is held on them. */
    public List<Seed> borrowed(Library library, PatronKey patron) {
        byte[] key = PatronLayout.key(memory.libraries.numberOrZero(library), patron);
        byte @Nullable [] number = database.get(Table.PATRONS, key);
        if (number == null) {
            return List.of();
        }
        Int2IntMap latest = new Int2IntOpenHashMap();
        database.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(PatronLayout.patron(number)),
                (loan, day) -> {
                    int work = memory.works.of(BorrowingLayout.edition(loan));
                    latest.merge(work, BorrowingLayout.day(day), Math::max);
                    return true;
                });
        return latest.int2IntEntrySet().stream()
                .map(entry -> new Seed(entry.getIntKey(), entry.getIntValue()))
                .sorted(Seed.NEWEST_FIRST)
                .toList();
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

    /** Leaves a note of what is dirty, for who opens the store next, and closes it. */
    @Override
    public void close() {
        if (database.isOpen()) {
            neighbours.close();
            database.close();
        }
    }
}
