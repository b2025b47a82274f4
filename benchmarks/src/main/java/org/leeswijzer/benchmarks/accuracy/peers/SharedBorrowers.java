package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.List;
import java.util.stream.Stream;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * The ratio of the libraries of Huddersfield and of the SALT project: of the loans of a title, the share made by those who
 * also borrowed the title at hand. For a list the ratios are summed.
 */
public final class SharedBorrowers implements Peer<SharedBorrowers.Settings> {

    /**
     * What can be set; Huddersfield took 7 or 8, SALT 15.
     *
     * @param atLeast a pair with fewer shared borrowers does not count: a rare title would otherwise have the ratio of 1
     */
    public record Settings(int atLeast) {}

    @Override
    public String name() {
        return "shared borrowers / loans";
    }

    @Override
    public List<Settings> settings() {
        return Stream.of(1, 2, 3, 4, 5, 6, 8, 10, 15, 25, 40, 60, 100).map(Settings::new).toList();
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        Borrowings borrowings = Borrowings.of(loans, titles);
        return (history, limit) -> {
            int[] seen = Borrowings.titlesOf(history);
            Scores scores = new Scores(titles);
            int[] shared = new int[titles];
            for (int title : seen) {
                count(borrowings, title, shared);
                for (int other = 0; other < titles; other++) {
                    if (shared[other] >= settings.atLeast()) {
                        scores.add(other, (double) shared[other] / borrowings.borrowers(other));
                    }
                    shared[other] = 0;
                }
            }
            return scores.best(0, seen, limit);
        };
    }

    private static void count(Borrowings borrowings, int title, int[] shared) {
        for (int patron : borrowings.patrons(title)) {
            for (int other : borrowings.titles(patron)) {
                shared[other]++;
            }
        }
    }
}
