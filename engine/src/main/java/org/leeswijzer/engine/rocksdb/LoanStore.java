package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.EnoughBorrowers;
import org.leeswijzer.engine.suggest.Seed;

/**
 * The durable truth: loans, titles, and where to go on reading. Safe for use by many threads.
 *
 * <p>Batches are applied one after another under a lock that whoever computes neighbours shares, so that what they read
 * fits together.
 */
public final class LoanStore implements AutoCloseable {
    /** So many patrons or loans are removed at a time when there may be millions. */
    private static final int CHUNK = 1000;

    private final Database database;
    private final Libraries libraries = new Libraries();
    private final BorrowerCounts counts = new BorrowerCounts();
    private final HistoryCache histories;
    private final StoredCatalogue catalogue;
    private final Versions versions;
    private final StoredNeighbours neighbours;
    private final StoredModels models;
    private final DirtyTitles dirty;
    private final int minBorrowers;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong catalogueChanges = new AtomicLong();
    private volatile long loans;
    private volatile long parked;

    private LoanStore(Database database, DirtyTitles dirty, int minBorrowers, Keeping keeping) {
        this.database = database;
        this.dirty = dirty;
        this.minBorrowers = minBorrowers;
        histories = new HistoryCache(database);
        catalogue = new StoredCatalogue(database, libraries);
        versions = new Versions(database);
        neighbours =
                new StoredNeighbours(
                        database, histories, counts, lock, dirty, versions, minBorrowers);
        models =
                new StoredModels(
                        database,
                        histories,
                        versions,
                        neighbours,
                        libraries,
                        lock,
                        dirty,
                        keeping,
                        minBorrowers);
    }

    /**
     * Opens the store in this folder and reads what is held in memory.
     *
     * @param dirty is told which titles are to be computed anew
     * @param keeping which versions of the model keep their rows
     * @throws StoreException if it cannot be opened, or was made by a newer engine
     */
    public static LoanStore open(
            Path path, DirtyTitles dirty, int minBorrowers, Keeping keeping, boolean readOnly) {
        Database database = Database.open(path, readOnly);
        try {
            LoanStore store = new LoanStore(database, dirty, minBorrowers, keeping);
            store.checkSchema(readOnly);
            store.load();
            store.versions.load();
            if (!readOnly) {
                store.models.open();
            }
            store.neighbours.open(readOnly);
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void checkSchema(boolean readOnly) {
        long schema = Meta.number(database, Meta.SCHEMA, 0);
        if (schema > Meta.SCHEMA_VERSION) {
            throw new StoreException(
                    "the store has schema %d, made by a newer Leeswijzer; this one reads up to %d: run the newer one"
                            .formatted(schema, Meta.SCHEMA_VERSION),
                    database.path());
        }
        if (schema == 0 && !readOnly) {
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(Meta.SCHEMA_VERSION));
        }
        if (schema > 0 && schema < Meta.SCHEMA_VERSION) {
            migrate(schema, readOnly);
        }
    }

    private void migrate(long schema, boolean readOnly) {
        if (readOnly) {
            throw new StoreException(
                    "the store has schema %d, and this Leeswijzer reads %d: let it serve or retrain first, which brings the store up to it"
                            .formatted(schema, Meta.SCHEMA_VERSION),
                    database.path());
        }
        Migration.run(database);
    }

    private void load() {
        libraries.load(database);
        counts.load(database);
        catalogue.load();
        histories.clear();
        histories.ensure(Math.toIntExact(Meta.number(database, Meta.PATRONS, 0)));
        loans = Meta.number(database, Meta.LOANS, 0);
        parked = Meta.number(database, Meta.PARKED, 0);
    }

    /**
     * Applies events in their order and stores them with the offsets.
     *
     * @param firstDay of the retention window
     */
    public Receipt accept(EventBatch events, int firstDay) {
        Receipt receipt = new Receipt(Map.of());
        List<LibraryEvent> run = new ArrayList<>();
        for (LibraryEvent event : events.events()) {
            if (event instanceof LibraryEvent.AllLoansForgotten all) {
                receipt =
                        receipt.plus(apply(new EventBatch(run, Map.of()), firstDay))
                                .plus(forgetAll(all.library()));
                run.clear();
            } else {
                run.add(event);
            }
        }
        return receipt.plus(apply(new EventBatch(run, events.nextOffsets()), firstDay));
    }

    private Receipt apply(EventBatch events, int firstDay) {
        return write(
                (batch, changes) -> {
                    Keepers keepers = keepers(batch, changes, firstDay);
                    events.events().forEach(event -> changes.count(keepers.apply(event)));
                    events.nextOffsets()
                            .forEach(
                                    (partition, next) ->
                                            batch.put(
                                                    Table.OFFSETS,
                                                    OffsetLayout.key(partition),
                                                    OffsetLayout.value(next)));
                });
    }

    /*
     * A library may have millions of loans, too many for one batch. They go by the thousand; the offset of the event that
     * asked for it is stored only after the last, so that an end of the process in between begins it again.
     */
    private Receipt forgetAll(Library library) {
        Receipt receipt = new Receipt(Map.of(Outcome.FORGOTTEN, 1L));
        int number = libraries.numberOrZero(library);
        while (true) {
            List<byte[]> keys =
                    first(Table.LOANS, Bytes.of(2).u16(number).done(), (key, loan) -> true);
            if (keys.isEmpty()) {
                return receipt;
            }
            remove(keys);
        }
    }

    /** Removes loans from before the retention window; returns how many there were. */
    public long expire(int firstDay) {
        long expired = 0;
        while (true) {
            List<byte[]> keys =
                    first(Table.LOANS, Bytes.EMPTY, (key, loan) -> loan.day() < firstDay);
            if (keys.isEmpty()) {
                return expired;
            }
            expired += keys.size();
            remove(keys);
        }
    }

    private interface LoanFilter {
        boolean test(byte[] key, StoredLoan loan);
    }

    private List<byte[]> first(Table table, byte[] prefix, LoanFilter filter) {
        List<byte[]> keys = new ArrayList<>();
        database.scan(
                table,
                prefix,
                (key, value) -> {
                    if (filter.test(key, LoanLayout.loan(value))) {
                        keys.add(key);
                    }
                    return keys.size() < CHUNK;
                });
        return keys;
    }

    private void remove(List<byte[]> keys) {
        write(
                (batch, changes) -> {
                    LoanKeeper keeper = keepers(batch, changes, Integer.MIN_VALUE).loans();
                    keys.forEach(
                            key ->
                                    keeper.forgotten(
                                            LoanLayout.library(key), LoanLayout.loanKey(key)));
                });
    }

    private Keepers keepers(Batch batch, Changes changes, int firstDay) {
        NeighbourShrinker shrinker =
                new NeighbourShrinker(batch, versions.shrinking(), minBorrowers, changes);
        return Keepers.of(batch, libraries, catalogue, counts, shrinker, changes, firstDay);
    }

    private interface Writing {
        void to(Batch batch, Changes changes);
    }

    private Receipt write(Writing writing) {
        Lock write = lock.writeLock();
        write.lock();
        try (Batch batch = database.batch()) {
            Changes changes = new Changes();
            writing.to(batch, changes);
            putCounters(batch, changes);
            database.write(batch);
            publish(changes);
            return new Receipt(changes.outcomes);
        } catch (RuntimeException e) {
            // Memory ran ahead of what was not written: back to what is.
            reload(e);
            throw e;
        } finally {
            write.unlock();
        }
    }

    private void reload(RuntimeException cause) {
        try {
            load();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void putCounters(Batch batch, Changes changes) {
        if (changes.loans != 0) {
            batch.put(Table.META, Meta.key(Meta.LOANS), Meta.value(loans + changes.loans));
        }
        if (changes.parked != 0) {
            batch.put(Table.META, Meta.key(Meta.PARKED), Meta.value(parked + changes.parked));
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the write lock
    private void publish(Changes changes) {
        histories.changed(changes.histories);
        loans += changes.loans;
        parked += changes.parked;
        if (changes.catalogue) {
            catalogueChanges.incrementAndGet();
        }
        if (!changes.shrunk.isEmpty()) {
            neighbours.changed();
            models.shrunk(changes.shrunk);
        }
        dirty.mark(changes.changed, changes.touched);
    }

    /** Reads into memory what whoever computes neighbours wants most, so that it need not be fetched one by one. */
    public void warmUp() {
        lock.readLock().lock();
        try {
            histories.fill();
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
        return catalogue;
    }

    /** The title of a record; empty if it was never seen. */
    public OptionalInt find(RecordId record) {
        return catalogue.find(record);
    }

    /** Titles that only loans have named, with the records that they named. */
    public Int2ObjectMap<List<RecordId>> namedByLoans() {
        return catalogue.namedByLoans();
    }

    /** Titles that the catalogue describes. */
    public int describedTitles() {
        return catalogue.described();
    }

    /** Grows with every change of the catalogue. */
    public long catalogueChanges() {
        return catalogueChanges.get();
    }

    /** Libraries in the order they were first seen; the place in it, from 1, is the number of a library's scope. */
    public List<Library> libraries() {
        return libraries.all();
    }

    /** The library's scope; the consortium if it was never seen. */
    public Scope scope(@Nullable Library library) {
        return library == null ? Scope.CONSORTIUM : new Scope(libraries.numberOrZero(library));
    }

    /** Who borrowed what, counted. */
    public Marginals borrowers(Scope scope) {
        return counts.of(scope);
    }

    /** Whether enough patrons borrowed what. */
    public EnoughBorrowers enoughBorrowers() {
        return new StoredBorrowers(database, counts, minBorrowers);
    }

    /** Every title that counts for the patron, by the day of its latest loan; empty if nothing is held on them. */
    public List<Seed> borrowed(Library library, PatronKey patron) {
        byte[] key = PatronLayout.key(libraries.numberOrZero(library), patron);
        byte @Nullable [] number = database.get(Table.PATRONS, key);
        if (number == null) {
            return List.of();
        }
        Int2IntMap latest = new Int2IntOpenHashMap();
        database.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(PatronLayout.patron(number)),
                (loan, day) -> {
                    latest.merge(BorrowingLayout.title(loan), BorrowingLayout.day(day), Math::max);
                    return true;
                });
        return latest.int2IntEntrySet().stream()
                .map(entry -> new Seed(entry.getIntKey(), entry.getIntValue()))
                .sorted(Seed.NEWEST_FIRST)
                .toList();
    }

    /** Loans that count. */
    public long loans() {
        return loans;
    }

    /** Loans whose item is not yet known. */
    public long parked() {
        return parked;
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

    /** Leaves a note of what is dirty, for who opens the store next, and closes it. */
    @Override
    public void close() {
        if (database.isOpen()) {
            neighbours.close();
            database.close();
        }
    }

    static IntArrayList ints(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        IntArrayList ints = new IntArrayList(value.length / 4);
        while (buffer.hasRemaining()) {
            ints.add(buffer.getInt());
        }
        return ints;
    }
}
