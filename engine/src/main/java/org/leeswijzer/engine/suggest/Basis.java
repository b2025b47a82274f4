package org.leeswijzer.engine.suggest;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a suggestion rests on; the one is never passed off as the other. */
public enum Basis {
    /** Patrons who borrowed the one also borrowed the other. */
    LOANS,
    /** The catalogue describes them alike. */
    KINSHIP,
    /** Many patrons borrow it; for readers of whom nothing is known. */
    POPULARITY,
    /** More patrons borrow it than before. */
    RISING;

    /** What can speak for a title because of another. */
    public static final Set<Basis> OF_SEEDS =
            Collections.unmodifiableSet(EnumSet.of(LOANS, KINSHIP));

    /** As written in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
