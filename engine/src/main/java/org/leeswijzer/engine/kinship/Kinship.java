package org.leeswijzer.engine.kinship;

import java.util.List;

/** The kin of every title. Safe for use by many threads. */
public interface Kinship {

    /** At most 100, by falling score, then by rising title number; empty where there are none. */
    List<Kin> of(int title);
}
