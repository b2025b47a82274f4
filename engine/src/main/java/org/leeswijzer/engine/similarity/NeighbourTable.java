package org.leeswijzer.engine.similarity;

import java.util.List;

/** Neighbours of one scope, in memory. */
public final class NeighbourTable implements Neighbours {
    private final Row[] rows;
    private final Marginals marginals;
    private final int minBorrowers;

    NeighbourTable(Row[] rows, Marginals marginals, int minBorrowers) {
        this.rows = rows;
        this.marginals = marginals;
        this.minBorrowers = minBorrowers;
    }

    /** The row of a title, whatever the scope: there is but one here. */
    @Override
    public List<Neighbour> of(Scope scope, int title) {
        return rows[title];
    }

    /** Those of the loans that the rows were made of, whatever the scope. */
    @Override
    public Marginals marginals(Scope scope) {
        return marginals;
    }

    @Override
    public int minBorrowers() {
        return minBorrowers;
    }
}
