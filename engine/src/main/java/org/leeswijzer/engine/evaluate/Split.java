package org.leeswijzer.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leeswijzer.engine.suggest.Seed;

/**
 * What a model may learn from, and what it is asked for. Held out is what a patron borrowed for the first time, so that
 * renewals and titles borrowed before are never hits.
 *
 * @param training with all patrons known, those of whom something is held out first
 * @param heldOut of the first so many patrons of the training, titles that they borrowed later, oldest first
 * @param newcomers of each patron unknown to the training, the titles borrowed, oldest first
 */
public record Split(LoanSet training, List<List<Integer>> heldOut, List<List<Integer>> newcomers) {
    private static final int LEAST_TITLES = 3;
    private static final int SHARE = 5;

    public Split {
        heldOut = heldOut.stream().map(List::copyOf).toList();
        newcomers = newcomers.stream().map(List::copyOf).toList();
    }

    /**
     * Splits a set patron by patron: of each with at least three titles the last fifth, and at least one, is held out.
     * Splitting a training again gives one to tune on.
     */
    public static Split of(LoanSet loans) {
        return of(loans, patron -> true);
    }

    /**
     * As {@link #of(LoanSet)}, but holds something out of no more than so many patrons, drawn at random.
     *
     * @param seed equal seeds draw equal patrons
     */
    public static Split sample(LoanSet loans, int most, long seed) {
        List<List<Seed>> patrons = loans.patrons();
        int[] enough =
                IntStream.range(0, patrons.size())
                        .filter(patron -> patrons.get(patron).size() >= LEAST_TITLES)
                        .toArray();
        Set<Integer> drawn = draw(enough.length, most, new Random(seed));
        Set<Integer> asked = drawn.stream().map(at -> enough[at]).collect(Collectors.toSet());
        return of(loans, asked::contains);
    }

    /**
     * Cuts a set at one day for all, as a library stands there on that morning.
     *
     * @param day in days since 1970-01-01; what was borrowed on it or later is held out
     */
    public static Split at(LoanSet loans, int day) {
        List<List<Seed>> judged = new ArrayList<>();
        List<List<Seed>> others = new ArrayList<>();
        List<List<Integer>> heldOut = new ArrayList<>();
        List<List<Integer>> newcomers = new ArrayList<>();
        for (List<Seed> titles : loans.patrons()) {
            int kept = (int) titles.stream().filter(loan -> loan.day() < day).count();
            if (kept == 0) {
                newcomers.add(numbers(titles));
            } else if (kept == titles.size()) {
                others.add(titles);
            } else {
                judged.add(titles.subList(0, kept));
                heldOut.add(numbers(titles.subList(kept, titles.size())));
            }
        }
        judged.addAll(others);
        return new Split(new LoanSet(judged), heldOut, newcomers);
    }

    /**
     * The same training, but no more than so many patrons to ask about, and so many newcomers, drawn at random.
     *
     * @param seed equal seeds draw equal patrons
     */
    public Split sampled(int most, long seed) {
        Random random = new Random(seed);
        Set<Integer> asked = draw(heldOut.size(), most, random);
        Set<Integer> met = draw(newcomers.size(), most, random);
        List<List<Seed>> judged = new ArrayList<>();
        List<List<Seed>> others = new ArrayList<>();
        for (int patron = 0; patron < training.patrons().size(); patron++) {
            (asked.contains(patron) ? judged : others).add(training.patrons().get(patron));
        }
        judged.addAll(others);
        return new Split(
                new LoanSet(judged),
                asked.stream().map(heldOut::get).toList(),
                met.stream().map(newcomers::get).toList());
    }

    /* In rising order. */
    private static Set<Integer> draw(int count, int most, Random random) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(all, random);
        return new TreeSet<>(all.subList(0, Math.min(most, count)));
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
                heldOut.add(numbers(titles.subList(kept, titles.size())));
            }
        }
        judged.addAll(others);
        return new Split(new LoanSet(judged), heldOut, List.of());
    }

    /** One case for every patron of whom something is held out: the whole training is the history. */
    public List<Case> cases() {
        return cases(Mode.PATRON);
    }

    /** The questions of one kind, one of each patron at most. */
    public List<Case> cases(Mode mode) {
        List<Case> cases = new ArrayList<>();
        if (mode == Mode.NEW_PATRON) {
            newcomers.forEach(titles -> cases.add(new Case(List.of(), Set.copyOf(titles))));
            return cases;
        }
        boolean[] known = mode == Mode.NEW_TITLE ? known() : new boolean[0];
        for (int patron = 0; patron < heldOut.size(); patron++) {
            List<Seed> history = training.patrons().get(patron);
            List<Integer> later = heldOut.get(patron);
            if (mode == Mode.NEW_TITLE) {
                addNew(cases, later, known);
            } else {
                int from = mode == Mode.TITLE ? history.size() - 1 : 0;
                cases.add(new Case(history.subList(from, history.size()), Set.copyOf(later)));
            }
        }
        return cases;
    }

    /* The first title that is new, if the patron borrowed anything after it. */
    private static void addNew(List<Case> cases, List<Integer> later, boolean[] known) {
        for (int i = 0; i + 1 < later.size(); i++) {
            int title = later.get(i);
            if (title >= known.length || !known[title]) {
                cases.add(
                        new Case(
                                List.of(new Seed(title, 0)),
                                Set.copyOf(later.subList(i + 1, later.size()))));
                return;
            }
        }
    }

    private static List<Integer> numbers(List<Seed> loans) {
        return loans.stream().map(Seed::title).toList();
    }

    private boolean[] known() {
        int titles =
                1
                        + training.patrons().stream()
                                .flatMap(List::stream)
                                .mapToInt(Seed::title)
                                .max()
                                .orElse(-1);
        boolean[] known = new boolean[titles];
        training.patrons().forEach(patron -> patron.forEach(loan -> known[loan.title()] = true));
        return known;
    }
}
