package org.leeswijzer.benchmarks.accuracy.peers;

import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.nn.user.UserNeighborhoodRecommender;
import es.uam.eps.ir.ranksys.nn.user.neighborhood.TopKUserNeighborhood;
import es.uam.eps.ir.ranksys.nn.user.sim.SetCosineUserSimilarity;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.suggest.Seed;

/**
 * RankSys' neighbours of patrons, by the cosine of what they borrowed, and its recommender of what those borrowed.
 *
 * <p>It serves the patrons that it learned from, told by their history; it has nothing for any other.
 *
 * @see <a href="https://github.com/RankSys/RankSys">RankSys</a>
 */
public final class RankSysPatrons implements Peer<RankSysPatrons.Settings> {

    /**
     * What can be set.
     *
     * @param neighbours of every patron
     * @param alpha 0.5 for the cosine; lower for neighbours who borrowed little, higher for those who borrowed much
     */
    public record Settings(int neighbours, double alpha) {}

    @Override
    public String name() {
        return "RankSys kNN of patrons";
    }

    @Override
    public List<Settings> settings() {
        List<Settings> all = new ArrayList<>();
        for (int neighbours : new int[] {5, 10, 20, 50, 100, 200, 500}) {
            for (double alpha : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                all.add(new Settings(neighbours, alpha));
            }
        }
        return all;
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        FastPreferenceData<Integer, Integer> data = RankSysData.of(loans, titles);
        UserNeighborhoodRecommender<Integer, Integer> recommender =
                new UserNeighborhoodRecommender<>(
                        data,
                        new TopKUserNeighborhood<>(
                                new SetCosineUserSimilarity<>(data, settings.alpha(), true),
                                settings.neighbours()),
                        1);
        Map<List<Seed>, Integer> patrons = new HashMap<>();
        for (int patron = 0; patron < loans.patrons().size(); patron++) {
            patrons.putIfAbsent(loans.patrons().get(patron), patron);
        }
        return (history, limit) -> {
            Scores scores = new Scores(titles);
            Integer patron = patrons.get(history);
            if (patron != null) {
                for (Int2DoubleMap.Entry each :
                        recommender.getScoresMap(patron).int2DoubleEntrySet()) {
                    scores.add(each.getIntKey(), each.getDoubleValue());
                }
            }
            return scores.best(0, Borrowings.titlesOf(history), limit);
        };
    }
}
