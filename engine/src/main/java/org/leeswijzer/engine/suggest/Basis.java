package org.leeswijzer.engine.suggest;

import java.util.Locale;

/** What a suggestion rests on; the one is never passed off as the other. */
public enum Basis {
    /** Patrons who borrowed the one also borrowed the other. */
    LOANS,
    /** The catalogue describes them alike. */
    KINSHIP;

    /** As written in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
