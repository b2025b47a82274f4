package org.leeswijzer.benchmarks.accuracy.peers;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * A walk of three steps from the patron: to a title of theirs, to another patron of it, to another title of that one. Each
 * step's probability is raised to a power, and popular ends are held back.
 *
 * @see <a href="https://doi.org/10.1145/2955101">Paudel, Christoffel, Newell, Bernstein: Updatable, accurate, diverse, and
 *     scalable recommendations for interactive applications, ACM TiiS 7(1), 2016</a>
 */
public final class Rp3Beta implements Peer<Rp3Beta.Settings> {

    /**
     * What can be set.
     *
     * @param alpha the power of a step's probability
     * @param beta the power of a title's borrowers that its score is divided by
     */
    public record Settings(double alpha, double beta) {}

    @Override
    public String name() {
        return "RP3beta";
    }

    @Override
    public List<Settings> settings() {
        List<Settings> all = new ArrayList<>();
        for (double alpha : new double[] {0, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.3, 1.7}) {
            for (double beta : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1}) {
                all.add(new Settings(alpha, beta));
            }
        }
        return all;
    }

    /*
     * With n(i) borrowers of title i and n(v) titles of patron v, the score of title j for a history H is
     *
     *     sum over i in H, v who borrowed i and j of  n(i)^-alpha n(v)^-alpha / n(j)^beta
     *
     * The first step, from the patron at hand to a title, has the same probability for all of them and is left out.
     */
    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        Borrowings borrowings = Borrowings.of(loans, titles);
        return (history, limit) -> {
            int[] seen = Borrowings.titlesOf(history);
            Int2DoubleMap reached = patronsReached(borrowings, seen, settings.alpha());
            Scores scores = new Scores(titles);
            for (Int2DoubleMap.Entry each : reached.int2DoubleEntrySet()) {
                int[] theirs = borrowings.titles(each.getIntKey());
                double step = each.getDoubleValue() * Math.pow(theirs.length, -settings.alpha());
                for (int title : theirs) {
                    scores.add(title, step);
                }
            }
            for (int title = 0; title < titles; title++) {
                if (scores.of(title) > 0) {
                    scores.multiply(title, Math.pow(borrowings.borrowers(title), -settings.beta()));
                }
            }
            return scores.best(0, seen, limit);
        };
    }

    private static Int2DoubleMap patronsReached(Borrowings borrowings, int[] seen, double alpha) {
        Int2DoubleOpenHashMap reached = new Int2DoubleOpenHashMap();
        for (int title : seen) {
            double step = Math.pow(borrowings.borrowers(title), -alpha);
            for (int patron : borrowings.patrons(title)) {
                reached.addTo(patron, step);
            }
        }
        return reached;
    }
}
