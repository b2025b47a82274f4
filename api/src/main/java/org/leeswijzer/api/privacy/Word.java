package org.leeswijzer.api.privacy;

import java.time.Instant;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.PatronKey;

/** What can be said for a patron. */
public enum Word {
    /** What is held goes; later loans count. */
    ERASE("erase"),
    /** What is held goes, and nothing is ever held again. */
    ERASE_FOR_GOOD("erase-for-good"),
    /** What is held goes, and nothing is held until they opt in. */
    OPT_OUT("opt-out"),
    /** Later loans count again. */
    OPT_IN("opt-in"),
    /** Suggestions may be made of their own loans. */
    CONSENT("consent"),
    /** They may not any more. */
    WITHDRAW_CONSENT("withdraw-consent");

    private final String path;

    Word(String path) {
        this.path = path;
    }

    /** As it stands in a URL. */
    public String path() {
        return path;
    }

    PatronWord said(Library library, PatronKey patron, Instant now) {
        return switch (this) {
            case ERASE -> new PatronErased(library, patron, now);
            case ERASE_FOR_GOOD -> new PatronGone(library, patron);
            case OPT_OUT -> new PatronOptedOut(library, patron, now);
            case OPT_IN -> new PatronOptedIn(library, patron, now);
            case CONSENT -> new PatronConsented(library, patron, true, now);
            case WITHDRAW_CONSENT -> new PatronConsented(library, patron, false, now);
        };
    }
}
