package org.leeswijzer.ingest.load;

import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;

/** What a file is said to hold, so that a mistaken file is not taken for it. */
public enum Kind {
    LOANS,
    TITLES;

    boolean fits(LibraryEvent first) {
        boolean isTitle =
                first instanceof TitleSeen
                        || first instanceof TitleGone
                        || first instanceof ItemSeen
                        || first instanceof ItemGone;
        return isTitle == (this == TITLES);
    }
}
