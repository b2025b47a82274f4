package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Promise;

/** Applies patrons' words to a batch: what they are promised, and what goes for that. */
final class PromiseKeeper {
    private final Batch batch;
    private final Promises promises;
    private final LoanKeeper loans;

    PromiseKeeper(Batch batch, Promises promises, LoanKeeper loans) {
        this.batch = batch;
        this.promises = promises;
        this.loans = loans;
    }

    Outcome heard(int library, PatronWord word) {
        Promise before = Promises.stored(batch, library, word.patron());
        Promise after = word.after(before);
        if (after.equals(before)) {
            return Outcome.REPEATED;
        }
        promises.put(library, word.patron(), after, batch);
        return after.forgottenUntil() > before.forgottenUntil()
                        && loans.erase(library, word.patron(), after.forgottenUntil())
                ? Outcome.FORGOTTEN
                : Outcome.HEARD;
    }
}
