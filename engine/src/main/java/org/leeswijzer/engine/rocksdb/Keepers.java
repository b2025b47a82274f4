package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.FeedbackGiven;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Window;

/** Those who apply events to one batch, each to what is theirs. */
record Keepers(
        Batch batch,
        Libraries libraries,
        CatalogueKeeper titles,
        WorkKeeper works,
        CopyKeeper copies,
        LoanKeeper loans,
        PromiseKeeper promises,
        OpinionKeeper opinions) {

    static Keepers of(
            Batch batch,
            Memory memory,
            NeighbourShrinker neighbours,
            Changes changes,
            Window window) {
        HistoryKeeper histories =
                new HistoryKeeper(
                        batch,
                        memory.numbers,
                        memory.histories,
                        memory.works,
                        memory.fullHistories,
                        memory.counts,
                        neighbours,
                        changes);
        WorkKeeper works =
                new WorkKeeper(
                        batch,
                        memory.catalogue,
                        memory.works,
                        memory.decisions,
                        memory.grouping,
                        new HistoryMover(batch, memory.works, memory.fullHistories, histories),
                        changes);
        CatalogueKeeper titles =
                new CatalogueKeeper(
                        batch, memory.libraries, memory.catalogue, memory.aliases, works, changes);
        Admission admission = new Admission(memory.promises, window);
        LoanKeeper loans = new LoanKeeper(batch, titles, histories, changes, admission);
        PromiseKeeper promises = new PromiseKeeper(batch, memory.promises, loans);
        OpinionKeeper opinions =
                new OpinionKeeper(batch, memory.libraries, titles, changes, window);
        return new Keepers(
                batch,
                memory.libraries,
                titles,
                works,
                new CopyKeeper(batch),
                loans,
                promises,
                opinions);
    }

    /** Applies any event but {@link LibraryEvent.AllLoansForgotten}, which is too large for one batch. */
    Outcome apply(LibraryEvent event) {
        if (event instanceof WorkDecided decided) {
            // Not a library's own word: it gives none a number.
            works.decided(decided.decision());
            return Outcome.CATALOGUED;
        }
        if (event instanceof FeedbackGiven given) {
            return opinions.said(given.feedback());
        }
        int library = libraries.number(event.library(), batch);
        if (event instanceof LoanMade loan) {
            return loans.made(library, loan);
        } else if (event instanceof LoanForgotten forgotten) {
            return loans.forgotten(library, forgotten.loan());
        } else if (event instanceof PatronWord word) {
            return promises.heard(library, word);
        } else if (event instanceof TitleSeen seen) {
            titles.seen(library, seen.title());
        } else if (event instanceof TitleGone gone) {
            titles.gone(library, gone.id());
        } else if (event instanceof ItemSeen item) {
            copies.seen(library, item);
            loans.resolve(library, item.item(), item.title());
        } else if (event instanceof ItemGone gone) {
            copies.gone(library, gone.item());
        } else {
            throw new IllegalArgumentException(
                    "not for a batch: " + event.getClass().getSimpleName());
        }
        return Outcome.CATALOGUED;
    }
}
