package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.similarity.Scope;

/** Whether there are at least minBorrowers patrons, and never how many. Safe for use by many threads. */
public interface EnoughBorrowers {

    /** Whether so many patrons of the scope borrowed the title, inside the retention window. */
    boolean of(Scope scope, int title);

    /** Whether so many borrowed both. */
    boolean ofBoth(Scope scope, int a, int b);
}
