package org.leeswijzer.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
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
        return of(loans, patron -> true);
    }

    /**
     * As {@link #of(LoanSet)}, but holds something out of no more than so many patrons, drawn at random.
     *
     * @param seed equal seeds draw equal patrons
     */
    public static Split sample(LoanSet loans, int most, long seed) {
        List<Integer> patrons = new ArrayList<>();
        for (int patron = 0; patron < loans.patrons().size(); patron++) {
            if (loans.patrons().get(patron).size() >= LEAST_TITLES) {
                patrons.add(patron);
            }
        }
        Collections.shuffle(patrons, new Random(seed));
        Set<Integer> drawn = Set.copyOf(patrons.subList(0, Math.min(most, patrons.size())));
        return of(loans, drawn::contains);
    }

    /** One case for every patron of whom something is held out: the whole training is the history. */
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int patron = 0; patron < heldOut.size(); patron++) {
            cases.add(new Case(training.patrons().get(patron), Set.copyOf(heldOut.get(patron))));
        }
        return cases;
    }

    private static Split of(LoanSet loans, IntPredicate drawn) {
        List<List<Seed>> judged = new ArrayList<>();
        List<List<Seed>> others = new ArrayList<>();
        List<List<Integer>> heldOut = new ArrayList<>();
        for (int patron = 0; patron < loans.patrons().size(); patron++) {
            List<Seed> titles = loans.patrons().get(patron);
            if (titles.size() < LEAST_TITLES || !drawn.test(patron)) {
                others.add(titles);
            } else {
                int kept = titles.size() - Math.max(1, titles.size() / SHARE);
                judged.add(titles.subList(0, kept));
                heldOut.add(titles.subList(kept, titles.size()).stream().map(Seed::title).toList());
            }
        }
        judged.addAll(others);
        return new Split(new LoanSet(judged), heldOut);
    }
}
