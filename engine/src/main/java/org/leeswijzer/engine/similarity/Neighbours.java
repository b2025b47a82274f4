package org.leeswijzer.engine.similarity;

import java.util.List;

/** What loans say of every title, as the serving model knows it. Safe for use by many threads. */
public interface Neighbours {

    /** At most 100, best first; empty where there are none. */
    List<Neighbour> of(Scope scope, int title);

    /** How many patrons of the scope borrowed each title. */
    Marginals marginals(Scope scope);

    /** A pair of titles that fewer patrons share is not among the neighbours. */
    int minBorrowers();

    /** The same, but for neighbours: there are none. */
    default Neighbours withoutRows() {
        Neighbours all = this;
        return new Neighbours() {
            @Override
            public List<Neighbour> of(Scope scope, int title) {
                return List.of();
            }

            @Override
            public Marginals marginals(Scope scope) {
                return all.marginals(scope);
            }

            @Override
            public int minBorrowers() {
                return all.minBorrowers();
            }
        };
    }
}
