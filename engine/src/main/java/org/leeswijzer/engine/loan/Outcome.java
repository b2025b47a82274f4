package org.leeswijzer.engine.loan;

/** What became of an event. */
public enum Outcome {
    /** A loan that now counts and did not before. */
    COUNTED,
    /** A loan that was known with another patron, title or day. */
    CORRECTED,
    /** A loan that was known just so, or a removal of what is not there. */
    REPEATED,
    /** A loan of an item whose title is not yet known. */
    PARKED,
    /** A loan, or what a reader said, from before the retention window. */
    OUTSIDE_WINDOW,
    /** A loan of a patron who was erased since. */
    ERASED,
    /** A loan of a patron who opted out. */
    OPTED_OUT,
    /** A loan, a patron or a library's loans removed. */
    FORGOTTEN,
    /** A patron's word noted, of whom nothing was held. */
    HEARD,
    /** What a reader said of a suggestion noted. */
    SAID,
    /** A title or an item noted. */
    CATALOGUED
}
