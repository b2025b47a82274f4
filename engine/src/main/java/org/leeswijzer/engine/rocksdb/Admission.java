package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.Outcome;

/**
 * Says which loans are held: asked of every loan, whichever way it comes.
 *
 * @param firstDay of the retention window: earlier loans are not held
 */
record Admission(Promises promises, int firstDay) {

    /** Why the loan is not held; null if it is. */
    @Nullable Outcome refusal(int library, LoanMade loan) {
        if (loan.day() < firstDay) {
            return Outcome.OUTSIDE_WINDOW;
        }
        int forgottenUntil = promises.forgottenUntil(library, loan.patron());
        if (loan.day() > forgottenUntil) {
            return null;
        }
        return forgottenUntil == Integer.MAX_VALUE ? Outcome.OPTED_OUT : Outcome.ERASED;
    }
}
