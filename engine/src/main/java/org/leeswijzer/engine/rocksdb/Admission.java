package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Window;

/**
 * Says which loans are held: asked of every loan, whichever way it comes.
 *
 * @param window of the library: earlier loans are not held
 */
record Admission(Promises promises, Window window) {

    /** Why the loan is not held; null if it is. */
    @Nullable Outcome refusal(int library, LoanMade loan) {
        if (loan.day() < window.firstDay(loan.library())) {
            return Outcome.OUTSIDE_WINDOW;
        }
        int forgottenUntil = promises.forgottenUntil(library, loan.patron());
        if (loan.day() > forgottenUntil) {
            return null;
        }
        return forgottenUntil == Integer.MAX_VALUE ? Outcome.OPTED_OUT : Outcome.ERASED;
    }
}
