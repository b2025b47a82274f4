package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.similarity.Scope;

/** How well known titles are. Safe for use by many threads. */
@FunctionalInterface
public interface Popularity {
    /** Of loans that nobody has counted: all are known alike. */
    Popularity UNKNOWN = (scope, title) -> 1;

    /** Patrons of the scope who borrowed the title, or minBorrowers where they are fewer; at least 1. */
    int of(Scope scope, int title);
}
