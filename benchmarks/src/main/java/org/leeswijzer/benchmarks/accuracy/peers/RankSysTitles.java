package org.leeswijzer.benchmarks.accuracy.peers;

import es.uam.eps.ir.ranksys.nn.item.neighborhood.CachedItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.ItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.TopKItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.sim.SetCosineItemSimilarity;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * RankSys' neighbours of titles by the cosine of who borrowed them; a history's are summed, as its own recommender does for
 * the users it knows.
 *
 * @see <a href="https://github.com/RankSys/RankSys">RankSys</a>
 */
public final class RankSysTitles implements Peer<RankSysTitles.Settings> {

    /**
     * What can be set.
     *
     * @param neighbours of every title
     * @param alpha 0.5 for the cosine; lower for neighbours that few, higher for those that many have borrowed
     */
    public record Settings(int neighbours, double alpha) {}

    @Override
    public String name() {
        return "RankSys kNN of titles";
    }

    @Override
    public List<Settings> settings() {
        List<Settings> all = new ArrayList<>();
        for (int neighbours : new int[] {2, 5, 10, 20, 50, 100, 200, 500}) {
            for (double alpha : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                all.add(new Settings(neighbours, alpha));
            }
        }
        return all;
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        ItemNeighborhood<Integer> neighbours =
                new CachedItemNeighborhood<>(
                        new TopKItemNeighborhood<>(
                                new SetCosineItemSimilarity<>(
                                        RankSysData.of(loans, titles), settings.alpha(), true),
                                settings.neighbours()));
        return (history, limit) -> {
            int[] seen = Borrowings.titlesOf(history);
            Scores scores = new Scores(titles);
            for (int title : seen) {
                neighbours.getNeighbors(title).forEach(each -> scores.add(each.v1, each.v2));
            }
            return scores.best(0, seen, limit);
        };
    }
}
