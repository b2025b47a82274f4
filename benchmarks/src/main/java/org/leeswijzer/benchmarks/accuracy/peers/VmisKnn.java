package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * What the most recent sessions that resemble the session at hand also had in them, newest titles heard loudest, as the web
 * shop bol.com serves it. All loans of a patron are one session here, as old as their last loan.
 *
 * @see <a href="https://doi.org/10.1145/3514221.3517901">Kersbergen, Sprangers, Schelter: Serenade - low-latency
 *     session-based recommendation in e-commerce at scale, SIGMOD 2022</a>
 */
public final class VmisKnn implements Peer<VmisKnn.Settings> {

    /**
     * What can be set.
     *
     * @param recent so many of the most recent sessions that share a title are compared
     * @param neighbours so many of those are heard
     * @param newest so many titles of the session at hand count
     */
    public record Settings(int recent, int neighbours, int newest) {}

    @Override
    public String name() {
        return "VMIS-kNN";
    }

    @Override
    public List<Settings> settings() {
        List<Settings> all = new ArrayList<>();
        for (int recent : new int[] {50, 100, 500, 2500}) {
            for (int neighbours : new int[] {20, 50, 100, 250, 500}) {
                for (int newest : new int[] {1, 3, 5, 9, 20}) {
                    if (neighbours <= recent) {
                        all.add(new Settings(recent, neighbours, newest));
                    }
                }
            }
        }
        return all;
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        return new SessionIndex(loans, titles, settings);
    }
}
