package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.Workers;

/** Writes what a first load comes to as one sorted file per table. */
final class LoadFiles {
    private static final int THREADS = 2;

    private final LoadedLoans loans;
    private final LastWords words;
    private final LoadFolder folder;
    private final Works works;

    /** Places of loans that count, by patron, title and key. */
    private int[] byPatron = new int[0];

    /** Numbers of patrons with a loan that counts, by library. */
    private int[] byLibrary = new int[0];

    /** By patron, from the first on; null of one who has no loan that counts. */
    private final History[] histories;

    /** Titles and patrons of all histories together, by library and patron. */
    private final IntArrayList titles = new IntArrayList();

    private final IntArrayList patrons = new IntArrayList();
    private final IntArrayList days = new IntArrayList();

    LoadFiles(LoadedLoans loans, LastWords words, LoadFolder folder, Works works) {
        this.loans = loans;
        this.words = words;
        this.folder = folder;
        this.works = works;
        histories = new History[loans.patrons()];
    }

    /** Writes all files; returns the titles that count for somebody. */
    IntSet write() {
        FutureTask<?> gathering = new FutureTask<>(this::gatherHistories, null);
        // The largest first, so that both threads end together.
        List<Runnable> pieces =
                List.of(
                        gathering,
                        this::loans,
                        () -> after(gathering, this::borrowers),
                        () -> after(gathering, this::borrowings),
                        () -> after(gathering, this::histories),
                        () -> after(gathering, this::pseudonyms),
                        () -> after(gathering, this::counts),
                        this::parked);
        Workers.share(pieces.size(), THREADS, () -> piece -> pieces.get(piece).run());
        return distinctTitles();
    }

    private static void after(Future<?> first, Runnable then) {
        try {
            first.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("histories cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the load was interrupted", e);
        }
        then.run();
    }

    private void loans() {
        folder.write(
                Table.LOANS,
                file -> {
                    for (int i = 0; i < words.size(); i++) {
                        int loan = words.loan(i);
                        file.put(
                                LoanLayout.key(loans.library[loan], loans.key(loan)),
                                LoanLayout.value(loans.stored(loan)));
                    }
                });
    }

    private void parked() {
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int loan = words.loan(i);
            if (loans.title[loan] == LoadedLoans.PARKED) {
                ParkedLoan waiting = loans.parkedLoan(loan);
                keys.add(
                        ItemLayout.parkedKey(loans.library[loan], waiting.item(), loans.key(loan)));
            }
        }
        keys.sort(Arrays::compareUnsigned);
        folder.write(Table.PARKED, file -> keys.forEach(key -> file.put(key, Bytes.EMPTY)));
    }

    private void gatherHistories() {
        byPatron = words.byPatron();
        for (int from = 0, to; from < byPatron.length; from = to) {
            int patron = loans.patron[byPatron[from]];
            to = from + 1;
            while (to < byPatron.length && loans.patron[byPatron[to]] == patron) {
                to++;
            }
            histories[patron - loans.firstPatron()] = history(from, to);
        }
        byLibrary =
                IntStream.range(0, histories.length)
                        .filter(patron -> histories[patron] != null)
                        .map(patron -> patron + loans.firstPatron())
                        .toArray();
        int[] libraries = new int[loans.firstPatron() + histories.length];
        for (int patron : byLibrary) {
            libraries[patron] = loans.patronLibrary(patron);
        }
        IntArrays.radixSortIndirect(byLibrary, libraries, true);
        for (int patron : byLibrary) {
            History history = history(patron);
            for (int i = 0; i < history.size(); i++) {
                titles.add(history.title(i));
                patrons.add(patron);
                days.add(history.day(i));
            }
        }
    }

    private History history(int from, int to) {
        int[] borrowed = new int[to - from];
        int[] on = new int[to - from];
        for (int i = 0; i < borrowed.length; i++) {
            borrowed[i] = works.of(loans.title[byPatron[from + i]]);
            on[i] = loans.day[byPatron[from + i]];
        }
        return History.of(borrowed, on);
    }

    private void borrowings() {
        folder.write(
                Table.BORROWINGS,
                file -> {
                    for (int loan : byPatron) {
                        file.put(
                                BorrowingLayout.key(
                                        loans.patron[loan], loans.title[loan], loans.key(loan)),
                                BorrowingLayout.value(loans.day[loan]));
                    }
                });
    }

    private History history(int patron) {
        return histories[patron - loans.firstPatron()];
    }

    private void histories() {
        folder.write(
                Table.HISTORIES,
                file -> {
                    for (int patron : byLibrary) {
                        History history = history(patron);
                        file.put(
                                HistoryLayout.key(loans.patronLibrary(patron), patron),
                                HistoryLayout.value(loans.patronKey(patron), history));
                    }
                });
    }

    private void pseudonyms() {
        int[] byKey = byLibrary.clone();
        IntArrays.mergeSort(byKey, this::byPseudonym);
        folder.write(
                Table.PATRONS,
                file -> {
                    for (int patron : byKey) {
                        file.put(
                                PatronLayout.key(
                                        loans.patronLibrary(patron), loans.patronKey(patron)),
                                PatronLayout.value(patron));
                    }
                });
    }

    private int byPseudonym(int patron, int other) {
        int byLibraries = Integer.compare(loans.patronLibrary(patron), loans.patronLibrary(other));
        if (byLibraries != 0) {
            return byLibraries;
        }
        PatronKey key = loans.patronKey(patron);
        PatronKey than = loans.patronKey(other);
        int byHigh = Long.compareUnsigned(key.high(), than.high());
        return byHigh != 0 ? byHigh : Long.compareUnsigned(key.low(), than.low());
    }

    private void borrowers() {
        int[] byTitle = byTitle();
        folder.write(
                Table.BORROWERS,
                file -> {
                    for (int i : byTitle) {
                        int patron = patrons.getInt(i);
                        file.put(
                                BorrowerLayout.key(
                                        titles.getInt(i), loans.patronLibrary(patron), patron),
                                BorrowerLayout.value(days.getInt(i)));
                    }
                });
    }

    /* Places of all titles of histories, by title: as they were where those are equal. */
    private int[] byTitle() {
        int[] next = new int[highestTitle() + 2];
        for (int i = 0; i < titles.size(); i++) {
            next[titles.getInt(i) + 1]++;
        }
        for (int title = 1; title < next.length; title++) {
            next[title] += next[title - 1];
        }
        int[] sorted = new int[titles.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[next[titles.getInt(i)]++] = i;
        }
        return sorted;
    }

    private int highestTitle() {
        int highest = -1;
        for (int i = 0; i < titles.size(); i++) {
            highest = Math.max(highest, titles.getInt(i));
        }
        return highest;
    }

    private IntSet distinctTitles() {
        IntSet distinct = new IntOpenHashSet();
        titles.forEach(distinct::add);
        return distinct;
    }

    private void counts() {
        folder.write(
                Table.COUNTS,
                file -> {
                    int highest = highestTitle();
                    for (int from = 0, to; from < titles.size(); from = to) {
                        int library = loans.patronLibrary(patrons.getInt(from));
                        int[] borrowers = new int[highest + 1];
                        IntSet distinct = new IntOpenHashSet();
                        for (to = from;
                                to < titles.size()
                                        && loans.patronLibrary(patrons.getInt(to)) == library;
                                to++) {
                            borrowers[titles.getInt(to)]++;
                            distinct.add(patrons.getInt(to));
                        }
                        for (int title = 0; title <= highest; title++) {
                            if (borrowers[title] > 0) {
                                file.put(
                                        CountLayout.key(library, title),
                                        CountLayout.value(borrowers[title]));
                            }
                        }
                        file.put(
                                CountLayout.key(library, CountLayout.PATRONS),
                                CountLayout.value(distinct.size()));
                    }
                });
    }
}
