package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;

/**
 * The write side of the store: batches of events, and removals of too many loans for one batch. One batch is written after
 * another, under the store's write lock; memory and whoever holds rows is told of each.
 */
final class LoanWriter {
    /** So many loans are removed at a time when there may be millions. */
    private static final int CHUNK = 1000;

    private final Database database;
    private final Memory memory;
    private final Versions versions;
    private final StoredNeighbours neighbours;
    private final StoredCandidate candidate;
    private final Lock lock;
    private final DirtyTitles dirty;

    LoanWriter(
            Database database,
            Memory memory,
            Versions versions,
            StoredNeighbours neighbours,
            StoredCandidate candidate,
            Lock lock,
            DirtyTitles dirty) {
        this.database = database;
        this.memory = memory;
        this.versions = versions;
        this.neighbours = neighbours;
        this.candidate = candidate;
        this.lock = lock;
        this.dirty = dirty;
    }

    /** Applies events in their order and stores them with the offsets. */
    Receipt accept(EventBatch events, Window window) {
        Receipt receipt = new Receipt(Map.of());
        List<LibraryEvent> run = new ArrayList<>();
        for (LibraryEvent event : events.events()) {
            if (event instanceof LibraryEvent.AllLoansForgotten all) {
                receipt =
                        receipt.plus(apply(new EventBatch(run, Map.of()), window))
                                .plus(forgetAll(all.library()));
                run.clear();
            } else {
                run.add(event);
            }
        }
        return receipt.plus(apply(new EventBatch(run, events.nextOffsets()), window));
    }

    private Receipt apply(EventBatch events, Window window) {
        return write(
                events.events().size(),
                (batch, changes) -> {
                    Keepers keepers = keepers(batch, changes, window);
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

    /** Gives numbers to libraries and records that loans name and that have none; the records' are in the order given. */
    int[] name(Set<Library> libraries, List<RecordId> records) {
        int[] numbers = new int[records.size()];
        write(
                records.size(),
                (batch, changes) -> {
                    libraries.forEach(library -> memory.libraries.number(library, batch));
                    CatalogueKeeper titles = keepers(batch, changes, Window.ALL).titles();
                    for (int i = 0; i < numbers.length; i++) {
                        RecordId record = records.get(i);
                        int library = memory.libraries.numberOrZero(record.library());
                        numbers[i] = titles.editionOf(library, record.id());
                    }
                });
        return numbers;
    }

    /** Puts all works together anew if the rules by which it is done are others than those of the store. */
    void regroup() {
        long rules = WorkRules.of(memory.languages);
        if (Meta.number(database, Meta.WORK_RULES, 0) == rules) {
            return;
        }
        for (int from = 0; from < memory.catalogue.size(); from += CHUNK) {
            int[] some =
                    IntStream.range(from, Math.min(from + CHUNK, memory.catalogue.size()))
                            .toArray();
            write(
                    some.length,
                    (batch, changes) -> {
                        WorkKeeper works = keepers(batch, changes, Window.ALL).works();
                        works.regroup(IntArrayList.wrap(some));
                    });
        }
        database.put(Table.META, Meta.key(Meta.WORK_RULES), Meta.value(rules));
    }

    /** Has a load taken in, counted and computed; the titles are those it is of. */
    void load(LoadFolder folder, LastWords words, int patrons, IntSet titles) {
        lock.lock();
        try {
            long parked = (long) words.size() - words.counted();
            folder.takeIn(memory.loans() + words.counted(), memory.parked() + parked, patrons);
            memory.load();
            dirty.mark(titles, Int2IntMaps.EMPTY_MAP);
        } finally {
            lock.unlock();
        }
    }

    /*
     * A library may have millions of loans, too many for one batch. They go by the thousand; the offset of the event that
     * asked for it is stored only after the last, so that an end of the process in between begins it again.
     */
    private Receipt forgetAll(Library library) {
        Receipt receipt = new Receipt(Map.of(Outcome.FORGOTTEN, 1L));
        int number = memory.libraries.numberOrZero(library);
        while (true) {
            List<byte[]> keys =
                    first(Table.LOANS, Bytes.of(2).u16(number).done(), (key, loan) -> true);
            if (keys.isEmpty()) {
                return receipt;
            }
            remove(keys);
        }
    }

    /** Removes loans, and what readers said, from before the retention window; returns how many loans there were. */
    long expire(Window window) {
        expireOpinions(window);
        long expired = 0;
        while (true) {
            List<byte[]> keys =
                    first(
                            Table.LOANS,
                            Bytes.EMPTY,
                            (key, loan) -> loan.day() < window.firstDay(libraryOf(key)));
            if (keys.isEmpty()) {
                return expired;
            }
            expired += keys.size();
            remove(keys);
        }
    }

    private void expireOpinions(Window window) {
        StoredOpinions opinions = new StoredOpinions(database, memory.works);
        while (true) {
            List<byte[]> keys = opinions.before(window, memory.libraries, CHUNK);
            if (keys.isEmpty()) {
                return;
            }
            write(
                    keys.size(),
                    (batch, changes) -> {
                        OpinionKeeper keeper = keepers(batch, changes, Window.ALL).opinions();
                        keys.forEach(keeper::forget);
                    });
        }
    }

    private Library libraryOf(byte[] loanKey) {
        return memory.libraries.library(LoanLayout.library(loanKey));
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
                keys.size(),
                (batch, changes) -> {
                    LoanKeeper keeper = keepers(batch, changes, Window.ALL).loans();
                    keys.forEach(
                            key ->
                                    keeper.forgotten(
                                            LoanLayout.library(key), LoanLayout.loanKey(key)));
                });
    }

    private Keepers keepers(Batch batch, Changes changes, Window window) {
        NeighbourShrinker shrinker =
                new NeighbourShrinker(
                        batch, versions.shrinking(), neighbours.minBorrowers(), changes);
        return Keepers.of(batch, memory, shrinker, changes, window);
    }

    private interface Writing {
        void to(Batch batch, Changes changes);
    }

    /** @param expected about so many keys of a table are changed */
    private Receipt write(int expected, Writing writing) {
        lock.lock();
        try (Batch batch = database.batch(expected)) {
            Changes changes = new Changes();
            writing.to(batch, changes);
            memory.putCounters(batch, changes);
            database.write(batch);
            publish(changes);
            return new Receipt(changes.outcomes);
        } catch (RuntimeException e) {
            // Memory ran ahead of what was not written: back to what is.
            reload(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void reload(RuntimeException cause) {
        try {
            memory.load();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void publish(Changes changes) {
        memory.changed(changes);
        if (!changes.shrunk.isEmpty()) {
            neighbours.changed();
            candidate.shrunk(changes.shrunk);
        }
        dirty.mark(changes.changed, changes.touched);
    }
}
