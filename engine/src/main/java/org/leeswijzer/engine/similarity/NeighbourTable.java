package org.leeswijzer.engine.similarity;

import java.util.List;

/** Neighbours of one scope, in memory. */
public final class NeighbourTable implements Neighbours {
    private final Row[] rows;

    NeighbourTable(Row[] rows) {
        this.rows = rows;
    }

    /** The row of a title, whatever the scope: there is but one here. */
    @Override
    public List<Neighbour> of(Scope scope, int title) {
        return rows[title];
    }
}
