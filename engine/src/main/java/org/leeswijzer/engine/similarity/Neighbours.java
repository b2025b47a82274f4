package org.leeswijzer.engine.similarity;

import java.util.List;

/** The neighbours of every title, as the serving model knows them. Safe for use by many threads. */
public interface Neighbours {

    /** At most 100, best first; empty where there are none. */
    List<Neighbour> of(Scope scope, int title);
}
