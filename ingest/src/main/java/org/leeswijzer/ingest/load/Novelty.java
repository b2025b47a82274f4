package org.leeswijzer.ingest.load;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.HashSet;
import java.util.Set;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LoanKey;

/** Counts what of a file is new to a store, and what it has; what a file has twice counts once. For one thread. */
public final class Novelty {
    private final Known known;

    /** Half of a key is as random as the whole: two loans of a file hardly ever share one. */
    private final LongSet loans = new LongOpenHashSet();

    private final Set<Named> borrowed = new HashSet<>();
    private final Set<RecordId> titles = new HashSet<>();
    private int knownLoans;
    private int knownBorrowed;
    private int knownTitles;

    private record Named(Library library, Borrowed what) {}

    Novelty(Known known) {
        this.known = known;
    }

    void take(LibraryEvent event) {
        if (event instanceof LoanMade loan) {
            take(loan.library(), loan.loan());
            take(new Named(loan.library(), loan.borrowed()));
        } else if (event instanceof TitleSeen seen) {
            take(new RecordId(seen.library(), seen.title().id()));
        }
    }

    private void take(Library library, LoanKey loan) {
        if (loans.add(loan.low()) && known.has(library, loan)) {
            knownLoans++;
        }
    }

    private void take(Named named) {
        if (borrowed.add(named) && known.has(named.library(), named.what())) {
            knownBorrowed++;
        }
    }

    private void take(RecordId title) {
        if (titles.add(title) && known.isDescribed(title.library(), title.id())) {
            knownTitles++;
        }
    }

    /** Loans that the store does not have. */
    public int newLoans() {
        return loans.size() - knownLoans;
    }

    /** Loans that the store has, whatever it says of them. */
    public int knownLoans() {
        return knownLoans;
    }

    /** Titles, or items, that are borrowed and of which the store has not heard. */
    public int newBorrowed() {
        return borrowed.size() - knownBorrowed;
    }

    /** Titles, or items, that are borrowed and of which the store has heard. */
    public int knownBorrowed() {
        return knownBorrowed;
    }

    /** Titles that are described here and were not. */
    public int newTitles() {
        return titles.size() - knownTitles;
    }

    /** Titles that are described here and were before. */
    public int knownTitles() {
        return knownTitles;
    }
}
