package org.leeswijzer.engine.similarity;

/** How many patrons of a scope borrowed each title, and how many there are. */
public interface Marginals {

    /** Patrons who borrowed the title. */
    int borrowers(int title);

    /** Patrons with at least one loan. */
    int patrons();
}
