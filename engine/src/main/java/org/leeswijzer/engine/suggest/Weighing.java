package org.leeswijzer.engine.suggest;

/**
 * How a mode moves candidates, in doublings: 1 is as if a candidate stood twice as far down, -1 half as far. Such steps
 * fit a ranking, of which the first few places matter as much as all the rest, and they need no scores, which loans and
 * kinship do not have in common.
 */
interface Weighing {
    /** Leaves everything where it is. */
    Weighing NONE =
            new Weighing() {
                @Override
                public double of(Accepted candidate) {
                    return 0;
                }

                @Override
                public double beside(Accepted candidate, Accepted shown) {
                    return 0;
                }
            };

    /** By how much it moves a candidate. */
    double of(Accepted candidate);

    /** By how much more, once the other is shown; of all that are shown the one that moves it furthest down counts. */
    double beside(Accepted candidate, Accepted shown);
}
