package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.works.Decisions;
import org.leeswijzer.engine.works.Grouping;
import org.leeswijzer.engine.works.Languages;
import org.leeswijzer.engine.works.Links;
import org.leeswijzer.engine.works.WorkDecision;

/**
 * What is held in memory of what the database holds. One thread changes it, under the store's lock; many read.
 *
 * <p>Whoever changes it runs ahead of a batch that is not written yet, and reads it all anew if it never is.
 */
final class Memory {
    final Libraries libraries;
    final BorrowerCounts counts = new BorrowerCounts();
    final PatronNumbers numbers = new PatronNumbers();
    final AliasCache aliases = new AliasCache();
    final Promises promises = new Promises();
    final HistoryCache histories;
    final Languages languages;
    final Works works = new Works();
    final FullHistories fullHistories = new FullHistories(works);
    final Decisions decisions = new Decisions();
    final Grouping grouping;
    final StoredCatalogue catalogue;
    final StoredVoices voices;

    private final Database database;
    private final AtomicLong catalogueChanges = new AtomicLong();
    private volatile long loans;
    private volatile long parked;

    /**
     * @param minBorrowers below which nothing that readers say counts for others
     * @param rotations how often the secret of a library was rotated that is not in the store yet
     */
    Memory(
            Database database,
            Languages languages,
            int minBorrowers,
            ToIntFunction<Library> rotations) {
        this.database = database;
        this.languages = languages;
        libraries = new Libraries(rotations);
        histories = new HistoryCache(database);
        voices = new StoredVoices(works, minBorrowers);
        Links links = new Links();
        grouping = new Grouping(links, decisions, languages);
        catalogue = new StoredCatalogue(database, libraries, works, links);
    }

    void load() {
        libraries.load(database);
        counts.load(database);
        works.load(database);
        voices.load(database);
        loadDecisions();
        catalogue.load(decisions);
        numbers.clear();
        aliases.clear();
        promises.load(database);
        histories.clear();
        fullHistories.clear();
        histories.ensure(Math.toIntExact(Meta.number(database, Meta.PATRONS, 0)));
        loans = Meta.number(database, Meta.LOANS, 0);
        parked = Meta.number(database, Meta.PARKED, 0);
    }

    private void loadDecisions() {
        List<WorkDecision> all = new ArrayList<>();
        database.scan(
                Table.DECISIONS,
                Bytes.EMPTY,
                (key, value) -> all.add(DecisionLayout.decision(key, value)));
        decisions.set(all);
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
        voices.changed(changes.voices, changes.moved, database);
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
