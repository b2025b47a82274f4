package org.leeswijzer.benchmarks.live;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.benchmarks.generate.GeneratedTitles;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * Generated loans in two parts of one kind: most are in the store to begin with, the others come while it is served, those of
 * all patrons mixed. Among these are probes: pairs of titles that just enough new patrons borrow to be neighbours.
 */
final class LiveLoans {
    static final Library LIBRARY = new Library("generated");

    /** So many patrons borrow both titles of a probe: minBorrowers, so that nothing is seen before the last loan. */
    static final int PATRONS_OF_PROBE = 3;

    private static final int LOANS_OF_PROBE = 2 * PATRONS_OF_PROBE;
    private static final long PROBING = 1;

    private final LoanGenerator generator;
    private final GeneratedTitles titles;
    private final int coming;
    private final int probes;

    /**
     * @param coming so many loans come, those of probes among them
     * @param probes of which the last loan comes when it is due
     */
    LiveLoans(LoanGenerator generator, int coming, int probes) {
        if (coming < probes * LOANS_OF_PROBE || coming > generator.loans() / 2) {
            throw new IllegalArgumentException(
                    "%d loans with %d probes among them, of %d loans: give at least %d and at most half"
                            .formatted(coming, probes, generator.loans(), probes * LOANS_OF_PROBE));
        }
        this.generator = generator;
        titles = new GeneratedTitles(generator);
        this.coming = coming;
        this.probes = probes;
    }

    LoanGenerator generator() {
        return generator;
    }

    /**
     * One loan that comes.
     *
     * @param probe which is complete with it; null with most
     */
    record Coming(LoanMade loan, int title, @Nullable Probe probe) {}

    /** Shows the loans that the store has to begin with. */
    void forEachStored(Consumer<LoanMade> visitor) {
        split((patron, title, day) -> visitor.accept(loan(0, patron, title, day)), (p, t, d) -> {});
    }

    /*
     * The generator draws fewer than it is asked for: so many of a hundred are held back that there are some to spare.
     */
    private void split(LoanGenerator.Sink stored, LoanGenerator.Sink held) {
        SplittableRandom random = new SplittableRandom(generator.seed() + 1);
        double share = Math.min(0.6, 1.5 * coming / generator.loans());
        generator.generate(
                (patron, title, day) ->
                        (random.nextDouble() < share ? held : stored).loan(patron, title, day));
    }

    /** All loans that come, in the order in which they do. */
    List<Coming> coming() {
        IntArrayList patrons = new IntArrayList();
        IntArrayList borrowed = new IntArrayList();
        IntArrayList days = new IntArrayList();
        split(
                (patron, title, day) -> {},
                (patron, title, day) -> {
                    patrons.add(patron);
                    borrowed.add(title);
                    days.add(day);
                });
        SplittableRandom random = new SplittableRandom(generator.seed() + 2);
        int[] order = order(patrons.size(), random);
        int others = coming - probes * LOANS_OF_PROBE;
        List<Coming> all = new ArrayList<>(coming);
        int next = 0;
        for (int probe = 0; probe < probes; probe++) {
            int until = (int) ((long) others * (probe + 1) / probes);
            int popular = borrowed.getInt(order[random.nextInt(order.length)]);
            while (next < until) {
                int i = order[next++];
                all.add(
                        new Coming(
                                loan(0, patrons.getInt(i), borrowed.getInt(i), days.getInt(i)),
                                borrowed.getInt(i),
                                null));
            }
            addProbe(probe, popular, rare(popular, random), all);
        }
        return all;
    }

    private static int[] order(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /*
     * Numbers of titles rise with their rank within a cluster: those of the latter half have the fewest borrowers, so that a
     * new neighbour comes first. What is for adults would not be suggested beside what is for children.
     */
    private int rare(int popular, SplittableRandom random) {
        int half = generator.titles() / 2;
        int title = half + random.nextInt(generator.titles() - half);
        while (title == popular || audience(title) != audience(popular)) {
            title = half + random.nextInt(generator.titles() - half);
        }
        return title;
    }

    private Audience audience(int title) {
        return titles.record(LIBRARY, title).description().audience();
    }

    private void addProbe(int number, int popular, int rare, List<Coming> all) {
        Probe probe = new Probe(GeneratedTitles.id(rare), GeneratedTitles.id(popular));
        for (int i = 0; i < PATRONS_OF_PROBE; i++) {
            int patron = number * PATRONS_OF_PROBE + i;
            boolean last = i == PATRONS_OF_PROBE - 1;
            all.add(new Coming(probing(patron, popular), popular, null));
            all.add(new Coming(probing(patron, rare), rare, last ? probe : null));
        }
    }

    private static LoanMade probing(int patron, int title) {
        return loan(PROBING, patron, title, LoanGenerator.LAST_DAY);
    }

    /* As random as pseudonyms are, at less than the price of making them; the same patron's is the same. */
    private static LoanMade loan(long kind, int patron, int title, int day) {
        SplittableRandom bits = new SplittableRandom(kind << 32 | patron);
        PatronKey key = new PatronKey(bits.nextLong(), bits.nextLong());
        return new LoanMade(
                LIBRARY,
                new LoanKey(bits.nextLong() ^ title, bits.nextLong()),
                key,
                new Borrowed.OfTitle(GeneratedTitles.id(title)),
                day);
    }
}
