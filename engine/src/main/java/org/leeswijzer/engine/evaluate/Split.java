package org.leeswijzer.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.suggest.Seed;

/**
 * What a model may learn from, and what it is asked for: of every patron with at least three titles the last fifth, and
 * at least one, is held out.
 *
 * @param training with all patrons, those of whom something is held out first
 * @param heldOut of the first so many patrons of the training, titles that they borrowed later
 */
public record Split(LoanSet training, List<List<Integer>> heldOut) {
    private static final int LEAST_TITLES = 3;
    private static final int SHARE = 5;

    public Split {
        heldOut = heldOut.stream().map(List::copyOf).toList();
    }

    /** Splits a set by time, patron by patron. Splitting a training again gives one to tune on. */
    public static Split of(LoanSet loans) {
        List<List<Seed>> judged = new ArrayList<>();
        List<List<Seed>> others = new ArrayList<>();
        List<List<Integer>> heldOut = new ArrayList<>();
        for (List<Seed> patron : loans.patrons()) {
            if (patron.size() < LEAST_TITLES) {
                others.add(patron);
            } else {
                int kept = patron.size() - Math.max(1, patron.size() / SHARE);
                judged.add(patron.subList(0, kept));
                heldOut.add(patron.subList(kept, patron.size()).stream().map(Seed::title).toList());
            }
        }
        judged.addAll(others);
        return new Split(new LoanSet(judged), heldOut);
    }
}
