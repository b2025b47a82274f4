package org.leeswijzer.engine;

import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.NewKeys;

/** Events as they are heard under a newer secret. */
public final class RekeyedEvents {
    private RekeyedEvents() {}

    public static LibraryEvent of(LibraryEvent event, NewKeys keys) {
        if (event instanceof LoanMade made) {
            return new LoanMade(
                    made.library(),
                    keys.of(made.loan()),
                    keys.of(made.patron()),
                    made.borrowed(),
                    made.day());
        } else if (event instanceof LoanForgotten forgotten) {
            return new LoanForgotten(forgotten.library(), keys.of(forgotten.loan()));
        } else if (event instanceof PatronErased word) {
            return new PatronErased(word.library(), keys.of(word.patron()), word.saidAt());
        } else if (event instanceof PatronGone word) {
            return new PatronGone(word.library(), keys.of(word.patron()));
        } else if (event instanceof PatronOptedOut word) {
            return new PatronOptedOut(word.library(), keys.of(word.patron()), word.saidAt());
        } else if (event instanceof PatronConsented word) {
            return new PatronConsented(
                    word.library(), keys.of(word.patron()), word.isGiven(), word.saidAt());
        } else if (event instanceof PatronOptedIn word) {
            return new PatronOptedIn(word.library(), keys.of(word.patron()), word.saidAt());
        }
        return event;
    }
}
