package org.leeswijzer.engine.feedback;

import org.leeswijzer.engine.similarity.Scope;

/** What readers together say of titles as suggestions, where they are at least minBorrowers. Safe for use by many threads. */
@FunctionalInterface
public interface Voices {
    /** Nobody has said anything. */
    Voices NONE = (scope, seed) -> Voice.SILENT;

    /** What they say in this scope of all that is suggested for this title; {@link Voice#SILENT} for most. */
    Voice of(Scope scope, int seed);

    /** What they say of the titles that are suggested for one. */
    @FunctionalInterface
    interface Voice {
        /** Nothing of any. */
        Voice SILENT = title -> 1;

        /** By what the title's score is multiplied; 1 if too few have said anything. */
        double factor(int title);
    }
}
