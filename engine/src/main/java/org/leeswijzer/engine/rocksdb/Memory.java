package org.leeswijzer.engine.rocksdb;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.leeswijzer.engine.loan.Library;

/**
 * What is held in memory of what the database holds. One thread changes it, under the store's lock; many read.
 *
 * <p>Whoever changes it runs ahead of a batch that is not written yet, and reads it all anew if it never is.
 */
final class Memory {
    final Libraries libraries;
    final BorrowerCounts counts = new BorrowerCounts();
    final PatronNumbers numbers = new PatronNumbers();
    final Promises promises = new Promises();
    final HistoryCache histories;
    final StoredCatalogue catalogue;

    private final Database database;
    private final AtomicLong catalogueChanges = new AtomicLong();
    private volatile long loans;
    private volatile long parked;

    /** @param rotations how often the secret of a library was rotated that is not in the store yet */
    Memory(Database database, ToIntFunction<Library> rotations) {
        this.database = database;
        libraries = new Libraries(rotations);
        histories = new HistoryCache(database);
        catalogue = new StoredCatalogue(database, libraries);
    }

    void load() {
        libraries.load(database);
        counts.load(database);
        catalogue.load();
        numbers.clear();
        promises.load(database);
        histories.clear();
        histories.ensure(Math.toIntExact(Meta.number(database, Meta.PATRONS, 0)));
        loans = Meta.number(database, Meta.LOANS, 0);
        parked = Meta.number(database, Meta.PARKED, 0);
    }

    /** Adds the counters that the changes make others to the batch that makes the changes. */
    void putCounters(Batch batch, Changes changes) {
        if (changes.loans != 0) {
            batch.put(Table.META, Meta.key(Meta.LOANS), Meta.value(loans + changes.loans));
        }
        if (changes.parked != 0) {
            batch.put(Table.META, Meta.key(Meta.PARKED), Meta.value(parked + changes.parked));
        }
    }

    /** The changes are written. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the write lock
    void changed(Changes changes) {
        histories.changed(changes.histories);
        loans += changes.loans;
        parked += changes.parked;
        if (changes.catalogue) {
            catalogueChanges.incrementAndGet();
        }
    }

    /** Loans that count. */
    long loans() {
        return loans;
    }

    /** Loans whose item is not yet known. */
    long parked() {
        return parked;
    }

    /** Grows with every change of the catalogue. */
    long catalogueChanges() {
        return catalogueChanges.get();
    }
}
