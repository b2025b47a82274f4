package org.leeswijzer.engine.model;

import java.util.Locale;

/**
 * One thing that the gate looked at.
 *
 * @param check what
 * @param passed whether it was good enough
 * @param text what was found and what is allowed, in one sentence
 */
public record Finding(Check check, boolean passed, String text) {

    /** What the gate looks at. */
    public enum Check {
        /** Whether suggestions are no worse than those of the version that serves. */
        ACCURACY,
        /** Whether as many titles have neighbours. */
        COVERAGE,
        /** Whether as many loans are there. */
        LOANS,
        /** Whether the items of all loans are known. */
        PARKED,
        /** Whether the event log has been read. */
        LAG,
        /** Whether the version that it was compared with still serves. */
        UNCHANGED;

        /** As it is told outside, such as {@code accuracy}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
