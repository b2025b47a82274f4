package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/** What everyone borrows, for everyone, as the command {@code evaluate} has it too. */
public final class MostBorrowed implements Peer<MostBorrowed.Settings> {

    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public String name() {
        return org.leeswijzer.engine.evaluate.MostBorrowed.NAME;
    }

    @Override
    public List<Settings> settings() {
        return List.of(new Settings());
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        return org.leeswijzer.engine.evaluate.MostBorrowed.of(loans, titles);
    }
}
