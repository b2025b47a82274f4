package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.Outcome;

/** Those who apply events to one batch, each to what is theirs. */
record Keepers(Batch batch, Libraries libraries, CatalogueKeeper titles, LoanKeeper loans) {

    static Keepers of(
            Batch batch,
            Libraries libraries,
            StoredCatalogue catalogue,
            PatronNumbers numbers,
            HistoryCache cache,
            BorrowerCounts counts,
            NeighbourShrinker neighbours,
            Changes changes,
            int firstDay) {
        CatalogueKeeper titles = new CatalogueKeeper(batch, libraries, catalogue, changes);
        HistoryKeeper histories =
                new HistoryKeeper(batch, numbers, cache, counts, neighbours, changes);
        return new Keepers(
                batch,
                libraries,
                titles,
                new LoanKeeper(batch, titles, histories, changes, firstDay));
    }

    /** Applies any event but {@link LibraryEvent.AllLoansForgotten}, which is too large for one batch. */
    Outcome apply(LibraryEvent event) {
        int library = libraries.number(event.library(), batch);
        if (event instanceof LoanMade loan) {
            return loans.made(library, loan);
        } else if (event instanceof LoanForgotten forgotten) {
            return loans.forgotten(library, forgotten.loan());
        } else if (event instanceof PatronErased erased) {
            return loans.erased(library, erased.patron());
        } else if (event instanceof TitleSeen seen) {
            titles.seen(library, seen.title());
        } else if (event instanceof TitleGone gone) {
            titles.gone(library, gone.id());
        } else if (event instanceof ItemSeen item) {
            loans.item(library, item.item(), item.title());
        } else {
            throw new IllegalArgumentException(
                    "not for a batch: " + event.getClass().getSimpleName());
        }
        return Outcome.CATALOGUED;
    }
}
